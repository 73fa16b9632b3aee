'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useShop } from '@/api/shop';
import { type Language, setApiLanguage } from './api-language';
import type { Korean } from './ko';
import { type Dictionary, fill, type Text, type Values, type Words } from './words';

const Remembered = 'lw.language';

interface Chosen {
  language: Language;
  /** The language of the api's responses: known before the Korean texts are loaded. */
  apiLanguage: Language;
  /** BCP 47 tag for numbers and dates: the page's language with the region of the visitor's browser. */
  locale: string;
  korean: Korean | null;
}

const English: Chosen = { language: 'en', apiLanguage: 'en', locale: 'en-US', korean: null };
const Current = createContext<Chosen>(English);

/** Chooses the page's language: the admin's, else the store's, else that of the last visit, else the browser's. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const ofShop = useShop()?.language;
  const [chosen, choose] = useState(English);
  useEffect(() => {
    let isOld = false;
    const wanted = wantedLanguage(ofShop);
    const locale = localeOf(wanted);
    const apply = (korean: Korean | null) => {
      if (!isOld) {
        document.documentElement.lang = wanted;
        window.localStorage.setItem(Remembered, wanted);
        // A new object with the same values would render every text of the page again.
        choose((before) =>
          before.apiLanguage === wanted &&
          before.locale === locale &&
          before.korean === korean &&
          before.language === wanted
            ? before
            : { language: wanted, apiLanguage: wanted, locale, korean },
        );
      }
    };
    setApiLanguage(wanted);
    if (wanted === 'ko') {
      choose((before) => ({ ...before, apiLanguage: wanted }));
      void import('./ko').then((module) => apply(module.korean));
    } else {
      apply(null);
    }

    return () => {
      isOld = true;
    };
  }, [ofShop]);
  return <Current value={chosen}>{children}</Current>;
}

export function useLocale(): { language: Language; apiLanguage: Language; locale: string } {
  return useContext(Current);
}

/** The texts of a feature: `const t = useWords(leaksWords); t('title')`. */
export function useWords<Name extends keyof Korean, Texts extends Dictionary>(
  english: Words<Name, Texts>,
): (key: keyof Texts & string, values?: Values) => string {
  const { korean, locale } = useContext(Current);
  const texts = useMemo<Dictionary>(
    () => ({ ...english.texts, ...(korean?.[english.name] as Dictionary | undefined) }),
    [english, korean],
  );
  return useCallback((key, values) => fill(texts[key] as Text, locale, values), [texts, locale]);
}

/** Forgets the language that an address has requested, once the visitor chooses the store's language. */
export function clearRequestedLanguage() {
  window.sessionStorage.removeItem(Remembered);
}

function wantedLanguage(ofShop: string | undefined): Language {
  const ofAdmin = new URLSearchParams(window.location.search).get('locale');
  if (ofAdmin !== null) {
    window.sessionStorage.setItem(Remembered, ofAdmin);
  }

  const tag =
    window.sessionStorage.getItem(Remembered) ??
    ofShop ??
    window.localStorage.getItem(Remembered) ??
    window.navigator.language;
  return tag.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

function localeOf(language: Language): string {
  return (
    window.navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ??
    (language === 'ko' ? 'ko-KR' : 'en-US')
  );
}
