const Remembered = 'lw.guide';
const listeners = new Set<() => void>();

export const guideWasHidden = () => window.localStorage.getItem(Remembered) === 'hidden';

export function hideGuide(): void {
  window.localStorage.setItem(Remembered, 'hidden');
  for (const changed of listeners) {
    changed();
  }
}

export function onGuideHidden(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
