export { VendorPage as default } from '@/features/vendor/vendor-page';
