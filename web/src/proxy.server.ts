import { type NextRequest, NextResponse } from 'next/server';

const Shop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Who may frame a page: the admin of the shop that is named, and nobody where none is. The api does the same for the export. */
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
