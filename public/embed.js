// Lets an embedded piece of Blueprint & Build grow to its content. Include once on a page with such iframes. It listens
// to frames that show this site and to nobody else, and takes a height in pixels from them.
(function () {
  var home = new URL(document.currentScript.src).origin;
  function ours(frame, event) {
    // A frame with a sandbox has no origin of its own, but it still says where it was sent.
    return (
      frame.contentWindow === event.source &&
      (event.origin === home || (event.origin === 'null' && frame.src.indexOf(home + '/') === 0))
    );
  }
  addEventListener('message', function (event) {
    if (typeof event.data !== 'string' || event.data.length > 500) return;
    var data;
    try {
      data = JSON.parse(event.data);
    } catch (error) {
      return;
    }
    if (!data || data.type !== 'blueprint-and-build:height') return;
    if (typeof data.height !== 'number' || !(data.height > 0 && data.height < 20000)) return;
    document.querySelectorAll('iframe').forEach(function (frame) {
      if (ours(frame, event)) frame.height = String(Math.ceil(data.height) + 8);
    });
  });
})();
