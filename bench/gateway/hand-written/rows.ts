export type User = { readonly id: string; readonly username: string; readonly name: string };
export type Product = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
};
export type Stock = { readonly inStock: boolean; readonly shippingEstimate: number };
export type Review = {
  readonly id: string;
  readonly body: string;
  readonly author: { readonly id: string };
  readonly product: { readonly upc: string };
};
