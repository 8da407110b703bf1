export function highlightLanding(): void {}
