// Takes a page from the bookmark and shows it; see handin.go.
(function () {
  'use strict';
  var most = 11 * 1024 * 1024, shown = 20000;
  var form = document.getElementById('hand-in');
  if (!form) return;

  function show(state) {
    ['waiting', 'nothing', 'large', 'wrong', 'ready'].forEach(function (s) {
      document.getElementById('state-' + s).hidden = s !== state;
    });
    form.hidden = state !== 'ready';
  }
  // The words of a page. Nothing in it is loaded or run.
  function words(html) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    page.querySelectorAll('script, style, noscript, template').forEach(function (e) { e.remove(); });
    return page.body.textContent.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();
  }
  // The address, when it is of the page that sent the message; null otherwise.
  function ownAddress(given, origin) {
    try {
      var u = new URL(given);
      if (u.protocol !== 'http:' && u.protocol !== 'https:') return '';
      return u.origin === origin ? given : null;
    } catch (e) { return ''; }
  }
  function take(event) {
    var d = event.data;
    if (event.source !== window.opener || !d || d.rightsdesk !== 1 || typeof d.html !== 'string') return;
    var address = ownAddress(d.address, event.origin);
    if (address === null) return show('wrong');
    if (new Blob([d.html]).size > most) return show('large');
    form.elements.text.value = d.html;
    form.elements.address.value = address;
    document.getElementById('page-title').textContent = String(d.title || '').slice(0, 500);
    document.getElementById('page-part').hidden = !d.part;
    document.getElementById('page-words').textContent = words(d.html).slice(0, shown);
    show('ready');
    form.querySelector('button').focus();
  }
  if (!window.opener) return show('nothing');
  show('waiting');
  window.addEventListener('message', take);
  window.opener.postMessage('rightsdesk-ready', '*');
  setTimeout(function () { if (form.hidden && !document.getElementById('state-waiting').hidden) show('nothing'); }, 10000);
})();
