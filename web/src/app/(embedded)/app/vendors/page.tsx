export { VendorsPage as default } from '@/features/vendors/vendors-page';
