import { DateTimeFields } from "~/app/components/ui/date-time-fields";
import { Radios } from "~/app/components/ui/radios";
import { SelectField } from "~/app/components/ui/select-field";

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface RegisterClipChoices {
  readonly bcuName: string;
  readonly today: string;
  readonly encounterTypes: readonly Choice[];
  readonly boroughs: readonly Choice[];
  readonly powers: readonly Choice[];
  readonly objects: readonly Choice[];
  readonly outcomes: readonly Choice[];
  readonly ethnicities: readonly Choice[];
  readonly ageBands: readonly Choice[];
  readonly genders: readonly Choice[];
  readonly selectionMethods: readonly (Choice & { readonly stratum: string })[];
}

const NOT_RECORDED = "Not recorded";
const STRATUM: Record<string, string> = { random: "At random", targeted: "Targeted" };

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ id, label }) => ({ value: id, text: label }));
const choicesOf = (choices: readonly Choice[]) => choices.map(({ id, label }) => ({ value: id, label }));

/** What has to be said about an encounter before its clip can be uploaded. */
export function RegisterClipFields({ choices }: { choices: RegisterClipChoices }) {
  return (
    <>
      <h2 className="govuk-heading-m">The encounter</h2>
      <SelectField
        name="encounterType"
        label="Type of encounter"
        placeholder="Choose a type"
        options={optionsOf(choices.encounterTypes)}
      />
      <DateTimeFields
        legend="When it took place"
        date={{ name: "occurredOn", max: choices.today }}
        hint="The day on which the camera was switched on."
      />
      <Radios
        name="boroughGss"
        legend="Borough"
        hint={`Boroughs of ${choices.bcuName}, your command unit.`}
        choices={choicesOf(choices.boroughs)}
      />
      <SelectField
        name="powerId"
        label="Legal power"
        placeholder={NOT_RECORDED}
        options={optionsOf(choices.powers)}
      />
      <SelectField
        name="objectId"
        label="Object of search"
        hint="For searches only."
        placeholder={NOT_RECORDED}
        options={optionsOf(choices.objects)}
      />
      <SelectField
        name="outcomeId"
        label="Outcome"
        placeholder={NOT_RECORDED}
        options={optionsOf(choices.outcomes)}
      />
      <h2 className="govuk-heading-m">The person</h2>
      <SelectField
        name="ethnicityId"
        label="Self-defined ethnicity"
        hint="As the person described themselves, not as an officer saw them."
        placeholder={NOT_RECORDED}
        options={optionsOf(choices.ethnicities)}
      />
      <Radios
        name="ageBandId"
        legend="Age"
        choices={[...choicesOf(choices.ageBands), { value: "", label: NOT_RECORDED }]}
        defaultValue=""
        small
      />
      <Radios
        name="genderId"
        legend="Gender"
        choices={[...choicesOf(choices.genders), { value: "", label: NOT_RECORDED }]}
        defaultValue=""
        small
      />
      <h2 className="govuk-heading-m">The selection</h2>
      <Radios
        name="selectionMethod"
        legend="How the encounter was selected"
        hint="Reports never mix encounters selected at random with those selected on purpose."
        choices={choices.selectionMethods.map(({ id, label, stratum }) => ({
          value: id,
          label: `${STRATUM[stratum] ?? stratum}: ${label}`,
        }))}
      />
    </>
  );
}
