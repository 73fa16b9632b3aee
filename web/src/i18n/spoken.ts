export type Language = 'en' | 'ko';

let wanted: Language = 'en';

/** What the api is asked to speak. Known before the page's own words are loaded. */
export const spoken = (): Language => wanted;

export function speak(language: Language) {
  wanted = language;
}
