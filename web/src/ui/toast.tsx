'use client';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '@/i18n/language';
import { appBridge } from '@/shopify/app-bridge';
import { IconButton } from './button';
import { uiWords } from './words.en';

export interface Message {
  text: string;
  isError?: boolean;
  /** A message with an action is shown longer. */
  action?: { label: string; run: () => void };
}

interface Shown extends Message {
  id: number;
}

const ShownForMs = 6_000;
const WithActionForMs = 12_000;
const MaxToasts = 3;
const Show = createContext<(message: Message) => void>(() => undefined);

/** `const toast = useToast(); toast({ text: t('saved') })`. In the admin it is Shopify's own. */
export const useToast = () => useContext(Show);

export function Toaster({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => {
    setMessages((shown) => shown.filter((message) => message.id !== id));
  }, []);
  const show = useCallback((message: Message) => {
    void appBridge().then((bridge) => {
      if (bridge) {
        bridge.toast.show(message.text, {
          isError: message.isError,
          action: message.action?.label,
          onAction: message.action?.run,
          duration: message.action ? WithActionForMs : undefined,
        });
      } else {
        last.current += 1;
        const id = last.current;
        setMessages((shown) => [...shown, { ...message, id }].slice(-MaxToasts));
      }
    });
  }, []);
  return (
    <Show value={useMemo(() => show, [show])}>
      {children}
      <Toasts messages={messages} close={close} />
    </Show>
  );
}

function Toasts({ messages, close }: { messages: readonly Shown[]; close: (id: number) => void }) {
  const t = useWords(uiWords);
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      className={clsx(
        'pointer-events-none fixed inset-x-0 bottom-4 z-50 max-md:bottom-20',
        'flex flex-col items-center gap-2 px-4',
      )}
    >
      {messages.map((message) => (
        <ToastBox key={message.id} message={message} close={close} />
      ))}
    </section>
  );
}

function ToastBox({ message, close }: { message: Shown; close: (id: number) => void }) {
  const t = useWords(uiWords);
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    // A message that is hovered or focused stays: its action may be about to be pressed.
    if (isHeld) {
      return;
    }

    const timer = setTimeout(() => close(message.id), message.action ? WithActionForMs : ShownForMs);
    return () => clearTimeout(timer);
  }, [isHeld, message, close]);
  const Icon = message.isError ? CircleAlert : CircleCheck;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only delays closing.
    <div
      className={clsx(
        'pointer-events-auto flex max-w-md items-center gap-2.5 rounded-xl py-1.5 pr-1.5 pl-3.5',
        'bg-[#1f2421] text-white shadow-lg',
      )}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon
        aria-hidden
        className={message.isError ? 'size-4 shrink-0 text-[#fda29b]' : 'size-4 shrink-0 text-[#75e0a7]'}
      />
      <span className="py-1">{message.text}</span>
      {message.action && (
        <button
          type="button"
          className="focus-ring rounded-lg px-2.5 py-1 font-semibold underline underline-offset-2 hover:bg-white/10"
          onClick={() => {
            message.action?.run();
            close(message.id);
          }}
        >
          {message.action.label}
        </button>
      )}
      <IconButton
        label={t('close')}
        className="text-white/70 hover:bg-white/10 hover:text-white"
        onClick={() => close(message.id)}
      >
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
