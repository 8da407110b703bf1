/** Loads what moves the point of a drawing when the drawing comes into sight. */
const sight = new IntersectionObserver((seen) => {
  if (seen.some(({ isIntersecting }) => isIntersecting)) void import('./plot-point.ts');
});
for (const each of document.querySelectorAll('plot-point')) sight.observe(each);
