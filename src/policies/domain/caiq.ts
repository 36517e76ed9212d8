/** Editions of the Consensus Assessments Initiative Questionnaire of the Cloud Security Alliance. */
export const CAIQ_EDITIONS = ['4.0.3', '4.1.0'] as const;
export type CaiqEdition = (typeof CAIQ_EDITIONS)[number];

/** `equivalent`: a yes to all questions is a yes to the criterion; `related`: no answer follows. */
export const CAIQ_RELATIONS = ['equivalent', 'related'] as const;
export type CaiqRelation = (typeof CAIQ_RELATIONS)[number];

/** The questions that speak to a criterion, by their ids in the latest edition. */
export interface CaiqMapping {
  readonly id: string;
  /** The topic of the criterion in Japanese: a policy may use the id for something else. */
  readonly topic: string;
  readonly relation: CaiqRelation;
  readonly questions: readonly string[];
}

/** The ids of the questions of each edition, and what they speak to. */
export interface Caiq {
  readonly editions: Readonly<Record<CaiqEdition, ReadonlySet<string>>>;
  /** The id in the latest edition of each question of the one before; none where it was dropped. */
  readonly renumbered: ReadonlyMap<string, string>;
  readonly mappingVersion: number;
  readonly criteria: readonly CaiqMapping[];
}

/** The files that hold it, as they are written. */
export interface CaiqFile {
  /** By domain, separated by blanks. */
  readonly editions: Readonly<Record<CaiqEdition, Readonly<Record<string, string>>>>;
  readonly renumbering: {
    readonly controls: Readonly<Record<string, string>>;
    readonly dropped: readonly string[];
  };
}

export interface CaiqMappingFile {
  readonly version: number;
  readonly criteria: readonly CaiqMapping[];
}

/** A question keeps its number within its control, which may have another number. */
export function caiqOf(file: CaiqFile, mapping: CaiqMappingFile): Caiq {
  const idsOf = (edition: CaiqEdition): Set<string> =>
    new Set(Object.values(file.editions[edition]).flatMap((ids) => ids.trim().split(/\s+/)));
  const { controls, dropped } = file.renumbering;
  const before = idsOf('4.0.3');
  const renumbered = [...before]
    .filter((id) => !dropped.includes(id))
    .map((id): [string, string] => {
      const [control = '', question = ''] = id.split('.');
      return [id, `${controls[control] ?? control}.${question}`];
    });
  return {
    editions: { '4.0.3': before, '4.1.0': idsOf('4.1.0') },
    renumbered: new Map(renumbered),
    mappingVersion: mapping.version,
    criteria: mapping.criteria,
  };
}
