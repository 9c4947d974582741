/** What the shop has not: features of federation that meet each other. Its data is made up. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible", "@override"])`;

/** Whatever several subgraphs have of value types, enums and scalars. */
const SHARED = `
  scalar JSON
  scalar Date
  enum Unit { METRIC IMPERIAL }
  type Money @shareable { amount: Int! currency: String }
  type Place @shareable { street: String money: Money at: [[Int!]] }
  type Slot @shareable { hall: String! row: Int! }
`;

export const HARD_SDLS = {
  /** Keys of several kinds, and what the others add to. */
  people: `${LINK} ${SHARED}
    type Query {
      person(id: ID!, on: Date): Person
      people(first: Int = 3, filter: PersonFilter): [Person!]!
      crews: [[Crew!]!]!
      nodes: [Node]
      anything: [Anything!]
      now: Place @shareable
      level: Level
      legacy: String @override(from: "places")
      trial: String
      hidden: String @inaccessible
    }
    type Mutation { hire(input: HireInput!): Hired! fire(id: ID!): Person }
    input PersonFilter {
      levels: [Level!] = [HIGH] near: NearInput and: [PersonFilter!] on: Date unit: Unit = METRIC
    }
    input NearInput { lat: Float! lng: Float! = 0 within: [[Int]] extra: JSON }
    input HireInput { name: String! = "X" boss: ID filter: PersonFilter secret: String @inaccessible }
    type Hired { person: Person! crew: Crew notes: [String!] }
    enum Level { LOW HIGH }
    enum Mood { GLAD SAD SECRET @inaccessible }
    interface Node { id: ID! }
    interface Named implements Node { id: ID! label(unit: Unit = METRIC): String name: String! }
    type Person implements Named & Node @key(fields: "id") @key(fields: "email") {
      id: ID! email: String! name: String! @shareable label(unit: Unit = METRIC): String
      boss: Person reports: [Person] home: Place mood: Mood worth: Money!
      crew: Crew grid: [[Person]!] wishes: [Anything]
      years: Int @shareable
    }
    type Crew implements Node @key(fields: "lead { id } slot { hall row }") {
      lead: Person! slot: Slot! id: ID! label(unit: Unit = METRIC): String size: Int! members: [Person!]!
    }
    type Robot implements Named & Node @key(fields: "id serial") {
      id: ID! serial: Int! name: String! @shareable label(unit: Unit = METRIC): String parts: [[String!]!]!
    }
    union Anything = Person | Robot | Place
    interface Asset @key(fields: "id") { id: ID! title: String worth(unit: Unit = METRIC): Int owner: Person }
    type Car implements Asset @key(fields: "id") { id: ID! title: String worth(unit: Unit = METRIC): Int owner: Person wheels: Int! }
    interface Medal @key(fields: "id") { id: ID! motto(unit: Unit): String holder: Person }
    type Gold implements Medal @key(fields: "id") { id: ID! motto(unit: Unit): String holder: Person carats: Int! }
    type Silver implements Medal @key(fields: "id") { id: ID! motto(unit: Unit): String holder: Person }
    type House implements Asset @key(fields: "id") { id: ID! title: String worth(unit: Unit = METRIC): Int owner: Person rooms: [String] }
  `,
  /** Reached by an e-mail address only, and what it requires of a person. */
  places: `${LINK} ${SHARED}
    type Query {
      visits(last: Int): [Visit]
      now: Place @shareable
      legacy: String
      trial: String @override(from: "people", label: "trial")
      things: [Thing!]
    }
    type Mutation { visit(email: String!): Visit! }
    enum Mood { SAD TIRED }
    interface Node { id: ID! }
    type Person @key(fields: "email") {
      email: String!
      home: Place @external
      worth: Money! @external
      boss: Person @external
      name: String! @external
      distance(unit: Unit): Float @requires(fields: "home { street money { amount } at }")
      tax(rate: Int = 3): Int! @requires(fields: "worth { amount currency }")
      chain: String @requires(fields: "boss { name boss { name } }")
      visits(first: Int): [Visit!]
      passport: Passport
    }
    type Passport @key(fields: "number") { number: ID! holder: Person }
    type Visit implements Node @key(fields: "id") {
      id: ID! who: Person! @provides(fields: "name") at: Place! thing: Thing mood: Mood
      things: [Thing] @provides(fields: "... on Robot { name }")
    }
    type Robot implements Node @key(fields: "id serial") { id: ID! serial: Int! name: String! @external battery: Float! }
    type Crate { weight: Int }
    union Thing = Robot | Crate | Passport
  `,
  /** Interface objects, numbers of passports, and requirements of requirements. */
  risk: `${LINK} ${SHARED}
    type Query { assets(ids: [ID!]): [Asset] asset: Asset! flagged: [Passport!] }
    type Asset @key(fields: "id") @interfaceObject {
      id: ID! worth(unit: Unit = METRIC): Int @external title: String @external
      risk: Float @requires(fields: "worth(unit: IMPERIAL) title")
      insured: Boolean! peers: [Asset!]
    }
    type Passport @key(fields: "number") { number: ID! score(unit: Unit = IMPERIAL): Int! issued: Date }
    type Person @key(fields: "id") {
      id: ID! years: Int @shareable
      tax(rate: Int = 3): Int! @external
      visits(first: Int): [Visit!] @external
      rating: Int @requires(fields: "tax(rate: 7)")
      visited: String @requires(fields: "visits(first: 2) { id mood }")
      passports: [Passport]!
    }
    type Visit @key(fields: "id") { id: ID! mood: Mood @external }
    enum Mood { SAD TIRED }
  `,
  /** Knows keys that it cannot find anything by. Assets it must not know: the stock planner would never end. */
  archive: `${LINK} ${SHARED}
    type Query {
      records(unit: Unit = METRIC): [Record!]! medals: [Medal!]
    }
    type Mutation { record(note: String, at: [Date!]): Record }
    type Record @key(fields: "id", resolvable: false) { id: ID! of: Person medal: Medal about: About crew: Crew pages: [[Int]] }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    type Medal @key(fields: "id", resolvable: false) @interfaceObject { id: ID! weight: Float! won: Date }
    type Robot @key(fields: "id serial", resolvable: false) { id: ID! serial: Int! }
    type Crew @key(fields: "lead { id } slot { hall row }") { lead: Person! slot: Slot! founded: Date years(unit: Unit): [Int!] }
    union About = Person | Robot | Crew
  `,
} as const;
