/** A supergraph with the hard features of federation, as three subgraphs and one that knows shelves only. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])`;

const SHARED = `
  scalar JSON
  enum Currency { USD EUR }
  type Dimensions @shareable { width: Int height: Int }
  type Aisle @shareable { building: String! number: Int! }
`;

export const SHOP_SDLS = {
  catalog: `${LINK} ${SHARED}
    type Query {
      products(first: Int = 10): [Product!]!
      product(upc: ID!): Product
      book(upc: ID!): Book
      search(text: String! = ""): [Hit]
      grid: [[Product]!]
      media: [Media!]!
      medium(id: ID!): Media
      echo(input: EchoInput): JSON
    }
    type Mutation { rename(upc: ID!, name: String!): Product log: [String!]! }
    input EchoInput { text: String = "hello" tags: [String!] currency: Currency }
    union Hit = Book | Gadget | User
    enum Condition { NEW USED SECRET @inaccessible }
    interface Product {
      upc: ID! name: String! price(currency: Currency = USD): Float dimensions: Dimensions
      related: [Product!]
    }
    type Book implements Product @key(fields: "upc") {
      upc: ID! name: String! price(currency: Currency = USD): Float dimensions: Dimensions
      related: [Product!] pages: Int author: User meta: JSON condition: Condition
    }
    type Gadget implements Product @key(fields: "upc") {
      upc: ID! name: String! price(currency: Currency = USD): Float dimensions: Dimensions
      related: [Product!] volts: Float! tags: [[String!]!] neighbours: [[Product]!]
    }
    type User @key(fields: "id") { id: ID! name: String! @shareable favourite: Product }
    interface Media @key(fields: "id") { id: ID! title: String! length: Int }
    type Movie implements Media @key(fields: "id") { id: ID! title: String! length: Int director: User }
    type Song implements Media @key(fields: "id") { id: ID! title: String! length: Int bpm: Int! }
  `,
  reviews: `${LINK} ${SHARED}
    type Query { reviews(stars: [Int!]): [Review!] me: User topMedia: [Media!] }
    type Mutation { review(upc: ID!, stars: Int!): Review! }
    type Book @key(fields: "upc") { upc: ID! reviews(first: Int = 5): [Review!]! rating: Float }
    type Gadget @key(fields: "upc") { upc: ID! reviews(first: Int = 5): [Review!]! rating: Float! }
    type Media @key(fields: "id") @interfaceObject { id: ID! reviews: [Review!]! score: Int! twin: Media }
    type User @key(fields: "id") { id: ID! name: String! @external reviews: [Review] email: String }
    union Reviewed = Book | Gadget
    type Review {
      id: ID! stars: Int! body: String author: User! @provides(fields: "name") subject: Reviewed
    }
  `,
  stock: `${LINK} ${SHARED}
    type Query { shelves: [Shelf!]! shelf(level: Int!): Shelf }
    interface Stocked { inStock: Boolean! }
    type Book implements Stocked @key(fields: "upc") {
      upc: ID! price(currency: Currency = USD): Float @external dimensions: Dimensions @external
      shipping(country: String = "US"): Float
        @requires(fields: "price(currency: EUR) dimensions { width height }")
      inStock: Boolean! shelf: Shelf
    }
    type Gadget implements Stocked @key(fields: "upc") { upc: ID! inStock: Boolean! }
    type Shelf @key(fields: "aisle { building number } level") {
      aisle: Aisle! level: Int! label: String! products: [Stocked!]
    }
  `,
  warehouse: `${LINK} ${SHARED}
    type Shelf @key(fields: "aisle { building number } level") { aisle: Aisle! level: Int! capacity: Int! next: Shelf }
  `,
} as const;
