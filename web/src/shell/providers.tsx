'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { newQueryClient } from '@/api/queries';
import { ErrorReports } from '@/errors/error-reports';
import { LanguageProvider } from '@/i18n/language';
import { Toaster } from '@/ui/toast';
import { LiveUpdates } from './live';
import type { ShellKind } from './pages';
import { ShellProvider } from './shell';

export function Providers({ shell, children }: { shell: ShellKind; children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <ShellProvider kind={shell}>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <LiveUpdates />
          <ErrorReports />
          <Toaster>{children}</Toaster>
        </LanguageProvider>
      </QueryClientProvider>
    </ShellProvider>
  );
}
