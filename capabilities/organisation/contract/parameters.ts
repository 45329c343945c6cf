import { Type as T, type Static } from 'typebox'
import { Day, Id, RegionCode, text } from './dates.ts'
import { COST_KINDS, type CostKind } from './costs.ts'
import { LIAISON_RANKS, type LiaisonRank } from './liaison.ts'
import { OpeningHours } from './place.ts'
import { ParameterSource } from './source.ts'

/** A plan that knows no points (便民服务点) says nothing of them; points then follow the station's value. */
const ByKind = <S extends T.TSchema>(schema: S) =>
  T.Object(
    { hall: schema, centre: schema, station: schema, point: T.Optional(schema) },
    { additionalProperties: false },
  )

const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** A policy value with the clauses it rests on; `assumed` marks what the source document leaves open [K]. */
const Parameter = <S extends T.TSchema>(value: S) =>
  closed({
    value,
    clauses: T.Array(T.String({ pattern: '^[A-Z]{2}-[0-9.]+-\\d{2}$' })),
    certainty: T.Enum(['stated', 'assumed']),
    /** Where a value comes from that no clause settles. */
    source: T.Optional(ParameterSource),
    note: T.Optional(text(400)),
  })

const LIAISON_RANK = T.Enum(Object.keys(LIAISON_RANKS) as LiaisonRank[])
const Separation = T.Enum(['may-coincide', 'must-differ'])
const EXCEPT = T.Optional(T.Enum(['law-provides-otherwise']))

/** A target of the plan with the day it is to be met on (CAS-06). */
export const Target = closed({
  indicator: Id,
  by: Day,
  /** First day of the data it looks at; the first of the year of `by` unless the plan says otherwise. */
  since: T.Optional(Day),
  /** At least this share, 0 to 1. */
  value: T.Number({ minimum: 0, maximum: 1 }),
  clauses: T.Array(text(20)),
  certainty: T.Enum(['stated', 'assumed']),
})

/** Everything counties differ on. A parameter this list does not know is refused: nothing would obey it. */
export const PackParameters = closed({
  naming: Parameter(
    closed({
      hall: text(60),
      centre: text(60),
      station: text(60),
      /** Where the plan knows places below a station. */
      point: T.Optional(text(60)),
      villageShortNames: T.Array(closed({ ends: text(20), becomes: T.String({ maxLength: 20 }) })),
    }),
  ),
  windowModel: Parameter(
    closed({
      label: text(20),
      undifferentiated: T.Boolean(),
      kinds: T.Record(T.String(), text(20)),
      /** What windows of a kind take in, by domain; a kind that is not named takes everything, one with an empty list nothing. */
      domains: T.Optional(T.Record(T.String(), T.Array(Id, { maxItems: 40 }))),
      /** Labels no hall and no centre may be without; X is what a place adds. */
      required: T.Array(Id),
      hall: T.Array(Id),
      centre: T.Array(Id),
      station: T.Array(Id),
      stationWindows: closed({ min: T.Integer({ minimum: 0 }), max: T.Integer({ minimum: 0 }) }),
    }),
  ),
  openingHours: Parameter(ByKind(OpeningHours)),
  /** 标识统一、流程统一 (DW-1-02, DW-1-04): the design of signs and the edition of processes that every place of a tier keeps to. */
  signDesign: T.Optional(Parameter(text(60))),
  processEdition: T.Optional(Parameter(text(60))),
  constructionOwner: Parameter(ByKind(Id)),
  supplementWorkingDays: Parameter(T.Integer({ minimum: 1, maximum: 90 })),
  /** 行政许可法第四十四条 allows ten working days; an area may only promise less. */
  deliveryWorkingDays: Parameter(T.Integer({ minimum: 1, maximum: 10 })),
  /** 一窗综合办理 (BS-2.2-03): whether comprehensive windows only accept, or decide as well. */
  integratedHandling: T.Optional(Parameter(T.Enum(['accept-only', 'accept-and-decide']))),
  /**
   * 联审联办: working days a department has for its opinion, and what its silence means; no law says that silence is consent [K].
   * Left out, five, and none.
   */
  jointHandling: T.Optional(
    Parameter(
      closed({
        opinionWorkingDays: T.Integer({ minimum: 1, maximum: 30 }),
        silence: T.Enum(['is-no-consent', 'counts-as-no-objection']),
      }),
    ),
  ),
  toleratedGapWorkingDays: T.Optional(Parameter(T.Integer({ minimum: 1, maximum: 90 }))),
  gapReminderWorkingDays: T.Optional(Parameter(T.Integer({ minimum: 1, maximum: 30 }))),
  /** How many equal questions, or equal faults of a paper, in how many days are asked often enough for the guide to answer (GUI-18). */
  askedOften: T.Optional(
    Parameter(
      closed({
        times: T.Integer({ minimum: 2, maximum: 100 }),
        calendarDays: T.Integer({ minimum: 7, maximum: 366 }),
      }),
    ),
  ),
  /** How long a hearing may be asked for: five working days, or whatever else an area reads 行政许可法第四十七条 to say. */
  hearingRequest: T.Optional(
    Parameter(
      closed({
        amount: T.Integer({ minimum: 5, maximum: 30 }),
        unit: T.Enum(['working-day', 'calendar-day']),
      }),
    ),
  ),
  /**
   * 证照 (行政许可法第七条、第七十条 name no days [K]): working days to answer what is meant to happen to a licence and to close the register
   * over one that has lost its force; how many days before it has to be renewed, or runs out, its holder is reminded.
   */
  licences: T.Optional(
    Parameter(
      closed({
        statementWorkingDays: T.Integer({ minimum: 3, maximum: 30 }),
        cancellationWorkingDays: T.Integer({ minimum: 1, maximum: 60 }),
        reminderCalendarDays: T.Array(T.Integer({ minimum: 1, maximum: 366 }), {
          minItems: 1,
          maxItems: 6,
          uniqueItems: true,
        }),
      }),
    ),
  ),
  /** 公告送达 counts as service so many days after the announcement (参照民事诉讼法第九十五条 [K]). */
  announcementCalendarDays: T.Optional(Parameter(T.Integer({ minimum: 30, maximum: 90 }))),
  /** Days without news after which a parcel counts as lost sight of [K]. */
  parcelSilentCalendarDays: T.Optional(Parameter(T.Integer({ minimum: 3, maximum: 60 }))),
  /** Days to revoke what was granted on a promise that did not hold (参照行政许可法第四十二条 [K]). */
  revocationWorkingDays: T.Optional(Parameter(T.Integer({ minimum: 5, maximum: 60 }))),
  /** Days to sign when the approver asks colleagues (会签). */
  countersignWorkingDays: T.Optional(Parameter(T.Integer({ minimum: 1, maximum: 10 }))),
  roleSeparation: T.Optional(
    Parameter(
      closed({
        acceptAndReview: Separation,
        reviewAndApprove: Separation,
        acceptAndApprove: Separation,
        /** At a station to which both steps have sunk (LC-3.4-10); left out, its one agent does both. */
        atStations: T.Optional(Separation),
      }),
    ),
  ),
  deliveryModes: T.Optional(Parameter(T.Array(T.Enum(['window', 'post', 'electronic']), { minItems: 1 }))),
  channels: T.Optional(
    Parameter(T.Array(T.Enum(['window', 'portal', 'mobile', 'kiosk', 'agent']), { minItems: 1 })),
  ),
  crossTownAcceptance: T.Optional(Parameter(T.Boolean())),
  /** Whose seal goes on results, and what the special seals say under the star. */
  seal: T.Optional(
    Parameter(
      closed({
        policy: T.Enum(['centre-seal', 'numbered-seals', 'bureau-seal', 'own-seal']),
        exceptWhere: EXCEPT,
        special: closed({ decision: text(20), acceptance: text(20) }),
        /** Numbers of the approval seals that towns hold for powers of the district; 9 to 20 unless the plan says otherwise. */
        numbers: T.Optional(closed({ from: T.Integer({ minimum: 1 }), to: T.Integer({ minimum: 1 }) })),
      }),
    ),
  ),
  delegation: T.Optional(
    Parameter(closed({ entrusted: T.Boolean(), remoteApproval: T.Boolean(), exceptWhere: EXCEPT })),
  ),
  /**
   * 事项下放 (BS-2.1-02, BS-4.1-10, BS-4.1-13): who leads, whose opinions a batch needs before it takes effect, what a receiving town must
   * have and when it is looked at again. Left out, a batch asks whoever holds the power and powers may also be given by document alone.
   */
  delegationBatches: T.Optional(
    Parameter(
      closed({
        lead: Id,
        /** A seat without a body is that of whoever holds the power (权属单位). */
        opinions: T.Array(closed({ seat: text(20), body: T.Optional(Id) }), { minItems: 1, maxItems: 12 }),
        opinionWorkingDays: T.Integer({ minimum: 1, maximum: 60 }),
        /** People trained for an item at the receiving place: somebody and who stands in (LS-2.6-03). */
        trainedStaff: T.Integer({ minimum: 1, maximum: 10 }),
        postCheckMonths: T.Integer({ minimum: 1, maximum: 36 }),
      }),
    ),
  ),
  /**
   * 环节下沉 (LC-3.4-10, LC-3.4-12): over how many months cases are counted, how many people of the villages of one station make an item
   * worth sinking to it, after how many months without a case and with which share of late ones a station is asked, and by when it answers.
   */
  stepSinking: T.Optional(
    Parameter(
      closed({
        months: T.Integer({ minimum: 1, maximum: 24 }),
        people: T.Integer({ minimum: 1, maximum: 10_000 }),
        idleMonths: T.Integer({ minimum: 1, maximum: 24 }),
        lateShare: T.Number({ minimum: 0, maximum: 1 }),
        answerWorkingDays: T.Integer({ minimum: 1, maximum: 60 }),
      }),
    ),
  ),
  /** Days a county has to follow a line of the city's guiding catalogue or to say what stays otherwise (LC-3.4-04). */
  guidingCatalogue: T.Optional(
    Parameter(closed({ answerWorkingDays: T.Integer({ minimum: 1, maximum: 120 }) })),
  ),
  /**
   * 审批授权委托 (YY-1.2.2-08): a department's representative in the hall decides by a signed letter and within it. Left out, the power of the
   * department is enough.
   */
  hallAuthorisation: T.Optional(Parameter(T.Enum(['by-letter']))),
  /**
   * How a matter may go up although it was brought below: 代受理 (BS-2.7-07), 网上远程审批 (BS-2.5-04); left out, both of them. 转报 is not a
   * plan's to allow: where a law has the lower body examine first, it goes up (行政许可法 第三十五条).
   */
  upwardMoves: T.Optional(Parameter(T.Array(T.Enum(['proxy-acceptance', 'remote-approval'])))),
  villageCoverage: T.Optional(Parameter(closed({ formula: T.Enum(['own-or-served', 'own-room']) }))),
  /** Items decided on a promise instead of a visit (BS-2.2-05); each has to publish its commitment. */
  commitmentInsteadOfVisit: T.Optional(Parameter(T.Array(Id))),
  postStabilityYears: T.Optional(Parameter(T.Integer({ minimum: 0, maximum: 10 }))),
  fullTimeDirector: T.Optional(Parameter(T.Boolean())),
  /** Whose purse a kind of cost belongs to (LS-2.2-01, LS-2.2-03, LS-2.3-04, LS-2.3-07); hired officers have a parameter of their own. */
  costBearing: T.Optional(
    Parameter(
      T.Array(
        closed({
          kinds: T.Array(T.Enum(Object.keys(COST_KINDS) as CostKind[]), { minItems: 1 }),
          payer: T.Enum(['town', 'district']),
          clause: text(20),
        }),
        { minItems: 1, maxItems: 20 },
      ),
    ),
  ),
  /** 联络人: the ranks that a county's and a town's liaisons have (LC-4.3-02, LC-4.3-03). */
  liaisons: T.Optional(
    Parameter(
      closed({
        county: T.Array(LIAISON_RANK, { minItems: 1 }),
        town: T.Array(LIAISON_RANK, { minItems: 1 }),
      }),
    ),
  ),
  contractOfficerPayer: T.Optional(Parameter(T.Enum(['town', 'district']))),
  satisfactionSurvey: T.Optional(Parameter(closed({ every: T.Enum(['month', 'quarter', 'year']) }))),
  pilotTowns: T.Optional(Parameter(T.Array(RegionCode))),
  /** Groups of items that have to be resident at the towns' centres (BS-2.1-04), by domain or named one by one. */
  residentDomains: T.Optional(
    Parameter(
      T.Array(closed({ name: text(20), domains: T.Optional(T.Array(Id)), items: T.Optional(T.Array(Id)) }), {
        minItems: 1,
        maxItems: 30,
      }),
    ),
  ),
  /** Grounds on which a matter may stay away from the hall (进驻例外); left out, any that somebody approves. */
  residencyGrounds: T.Optional(
    Parameter(
      T.Array(T.Enum(['security', 'privacy', 'at-the-door', 'premises', 'other']), {
        minItems: 1,
        uniqueItems: true,
      }),
    ),
  ),
  /** Days after delivery in which a matter may be rated; a local value (standards.md §4). */
  ratingWindowCalendarDays: T.Optional(Parameter(T.Integer({ minimum: 1, maximum: 365 }))),
  /**
   * Working days to contact the rater and verify, and to mend and answer, after a poor rating (差评); local values that no
   * national text fixes [K]. Left out, one and five.
   */
  poorRating: T.Optional(
    Parameter(
      closed({
        verifyWorkingDays: T.Integer({ minimum: 1, maximum: 30 }),
        rectifyWorkingDays: T.Integer({ minimum: 1, maximum: 60 }),
      }),
    ),
  ),
  /** Windows that count as comprehensive where windows are divided by domain (CAS-06). */
  comprehensiveWindowKinds: T.Optional(Parameter(T.Array(Id))),
  targets: T.Optional(Parameter(T.Array(Target, { maxItems: 200 }))),
  /**
   * Who writes items and who approves them (事项编制与审定): the department that decides an item or one bureau for all; for towns' own
   * matters that bureau, every town, or the pilot towns (`pilotTowns`, LS-2.3-06). Left out, items are only changed by loading a pack.
   */
  authoring: T.Optional(
    Parameter(
      closed({
        writes: closed({
          county: T.Enum(['department', 'bureau']),
          town: T.Enum(['bureau', 'town', 'pilot-town']),
        }),
        /** The body that approves and publishes; it may write every item, by another hand. */
        approves: Id,
        /** Days to follow a new version of a list above, or to say what stays otherwise and why; left out, thirty [K]. */
        upperChangeCalendarDays: T.Optional(T.Integer({ minimum: 1, maximum: 366 })),
        days: T.Optional(
          closed({
            draftCalendarDays: T.Integer({ minimum: 1, maximum: 366 }),
            reviewCalendarDays: T.Integer({ minimum: 1, maximum: 90 }),
            publishCalendarDays: T.Integer({ minimum: 1, maximum: 366 }),
          }),
        ),
      }),
    ),
  ),
  /**
   * How grave a check of the catalogue's quality gate is here, by its id; the others keep their own severity, and what law asks stays
   * (`capabilities/catalogue/gate`).
   */
  itemGate: T.Optional(Parameter(T.Record(T.String({ maxLength: 40 }), T.Enum(['block', 'warn', 'off'])))),
  /**
   * 三级四同、四级四同: which tiers (1 national … 4 county) say the same of an item in which fields, and whether a difference keeps it from
   * being published or is only listed. Name, type, basis and code differ nowhere without an approved exception.
   */
  sameAcrossTiers: T.Optional(
    Parameter(
      closed({
        label: text(20),
        tiers: T.Array(T.Integer({ minimum: 1, maximum: 5 }), { minItems: 2, uniqueItems: true }),
        fields: T.Array(
          T.Enum([
            ...(['name', 'code', 'type', 'basis', 'serves', 'conditions', 'process', 'materials'] as const),
            ...(['statutoryLimit', 'result'] as const),
          ]),
          { minItems: 1, uniqueItems: true },
        ),
        onDifference: T.Enum(['block', 'list']),
        /** Shares of these items that have to be accepted, and handled, online (网上可受理率、网上可办率); left out, none is asked. */
        online: T.Optional(
          closed({
            accepted: T.Number({ minimum: 0, maximum: 1 }),
            handled: T.Number({ minimum: 0, maximum: 1 }),
          }),
        ),
      }),
    ),
  ),
  /**
   * Printing of guides. `payer` (LS-2.3-04, LS-2.3-07, LC-3.5-06): the bureau for what the county does itself or has given to towns; a
   * town's own matters are charged to that town or to the bureau as well; left out, the orderer names who pays. `layouts` (DW-3.3.12-02,
   * LC-3.5-05): in what a guide may be ordered and laid out; left out, in any. `restockAt`: so few copies on a rack ask for more.
   */
  guidePrinting: T.Optional(
    Parameter(
      closed({
        payer: T.Optional(closed({ bureau: Id, town: T.Enum(['town', 'bureau']) })),
        layouts: T.Optional(
          T.Array(T.Enum(['full', 'short', 'leaf', 'fold']), { minItems: 1, uniqueItems: true }),
        ),
        restockAt: T.Optional(T.Integer({ minimum: 1, maximum: 10_000 })),
      }),
    ),
  ),
  /** When work in time counts as near its limit (临近): the remaining share in percent, and at least so many working days. */
  supervisionThresholds: T.Optional(
    Parameter(
      closed({
        nearPercent: T.Integer({ minimum: 0, maximum: 100 }),
        nearWorkingDays: T.Integer({ minimum: 0, maximum: 30 }),
      }),
    ),
  ),
})
export type PackParameters = Static<typeof PackParameters>
