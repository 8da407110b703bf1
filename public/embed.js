// Lets an embedded table of Blueprint & Build grow to its content. Include once on a page with such iframes. It
// listens to frames of the site that it came from and to nobody else, and takes a height in pixels from them.
(function () {
  var home = new URL(document.currentScript.src).origin;
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.origin !== home || !data || data.type !== 'blueprint-and-build:height') return;
    if (typeof data.height !== 'number' || !(data.height > 0 && data.height < 20000)) return;
    document.querySelectorAll('iframe').forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.height = String(Math.ceil(data.height) + 8);
    });
  });
})();
