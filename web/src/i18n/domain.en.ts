import { words } from './words';

/** The names of the api's values, the same on every page. */
export const domainWords = words('domain', {
  LEAK: 'Leak',
  WATCH: 'Watch',
  REVIEW: 'Needs your answer',
  CONFIRMED: 'Confirmed',
  OPEN: 'Open',
  REOPENED: 'Reopened',
  DISMISSED: 'Dismissed',
  RESOLVED: 'Settled',
  INVOICE_MATH: 'Sums that do not add up',
  MISSING_CREDIT: 'Promised credit not seen',
  POST_CANCELLATION: 'Charge after cancelling',
  UNINSTALLED_APP_CHARGE: 'Charge for an uninstalled app',
  DUPLICATE_CHARGE: 'Possible duplicate',
  TRIAL_TO_PAID: 'Trial became a paid plan',
  PRICE_INCREASE: 'Price went up',
  MOM_SPIKE: 'Unexplained rise',
  UPCOMING_RENEWAL: 'Renewal ahead',
  OVERLAPPING_TOOLS: 'Two tools for one job',
  RECOVERABLE: 'To claim',
  AVOIDABLE: 'At risk',
});
