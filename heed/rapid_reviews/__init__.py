"""Facts gathered, criteria weighed, outcome decided, the Panel's answer."""
