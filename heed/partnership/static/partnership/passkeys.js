/* Lets a passkey or security key be used where the browser can. Without this script the
   buttons stay hidden and the other ways of signing in are there. */
(function () {
  'use strict'

  function start (box) {
    const ids = {}
    for (const name of ['add', 'authenticate', 'credential', 'data', 'login', 'passwordless']) {
      if (box.dataset[name]) {
        ids[name] = box.dataset[name]
      }
    }
    window.allauth.webauthn.forms[box.dataset.passkey]({ ids })
    for (const hidden of box.querySelectorAll('[hidden]:not([data-passkey-trouble])')) {
      hidden.hidden = false
    }
  }

  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    for (const trouble of document.querySelectorAll('[data-passkey-trouble]')) {
      trouble.hidden = false
      trouble.focus()
    }
  })

  if (window.PublicKeyCredential && window.allauth) {
    document.querySelectorAll('[data-passkey]').forEach(start)
  }
})()
