import { type NextRequest, NextResponse } from 'next/server';

const Shop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Lets the admin of the shop in the address frame a page, and nobody without one. The api does so for the export. */
export function proxy(request: NextRequest) {
  const [shop, another] = request.nextUrl.searchParams.getAll('shop');
  const ancestors =
    shop !== undefined && another === undefined && Shop.test(shop)
      ? `https://${shop} https://admin.shopify.com`
      : "'none'";
  const response = NextResponse.next();
  response.headers.set('Content-Security-Policy', `frame-ancestors ${ancestors}; object-src 'none'; base-uri 'none'`);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'no-referrer');
  return response;
}

export const config = { matcher: ['/((?!v1/|local-files|_next/static|favicon.ico).*)'] };
