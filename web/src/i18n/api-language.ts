export type Language = 'en' | 'ko';

let current: Language = 'en';

/** The language of sentences in the api's responses: it is known before the page's own texts are loaded. */
export const apiLanguage = (): Language => current;

export function setApiLanguage(language: Language) {
  current = language;
}
