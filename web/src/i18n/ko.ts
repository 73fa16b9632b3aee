// One chunk, loaded only for Korean pages. Each feature has its own file; a missing key is a compile error.
import { dashboard } from '@/features/dashboard/words.ko';
import { evidence } from '@/features/document/evidence/words.ko';
import { fields } from '@/features/document/fields/words.ko';
import { document } from '@/features/document/words.ko';
import { facts } from '@/features/facts/words.ko';
import { leak } from '@/features/leak/words.ko';
import { leaks } from '@/features/leaks/words.ko';
import { progress } from '@/features/progress/words.ko';
import { settings } from '@/features/settings/words.ko';
import { uploads } from '@/features/uploads/words.ko';
import { vendor } from '@/features/vendor/words.ko';
import { vendors } from '@/features/vendors/words.ko';
import { shell } from '@/shell/words.ko';
import { ui } from '@/ui/words.ko';
import { domain } from './domain.ko';

export const korean = {
  dashboard,
  document,
  domain,
  evidence,
  facts,
  fields,
  leak,
  leaks,
  progress,
  settings,
  shell,
  ui,
  uploads,
  vendor,
  vendors,
};
export type Korean = typeof korean;
