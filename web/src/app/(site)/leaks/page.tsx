export { LeaksPage as default } from '@/features/leaks/leaks-page';
