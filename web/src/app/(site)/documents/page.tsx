export { UploadsPage as default } from '@/features/uploads/uploads-page';
