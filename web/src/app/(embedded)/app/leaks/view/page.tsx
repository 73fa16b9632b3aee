export { LeakPage as default } from '@/features/leak/leak-page';
