export { FactsPage as default } from '@/features/facts/facts-page';
