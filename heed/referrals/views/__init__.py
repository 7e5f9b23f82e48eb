"""The pages of referrals: open to anyone, in organisations, at the desk."""
