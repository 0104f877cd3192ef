/** Self-defined ethnicity (16 + 1), with the group it collapses into; not stated is missing, never a group. */
export const ETHNICITIES = [
  {
    id: "eth.white_british",
    source_value: "White - English/Welsh/Scottish/Northern Irish/British",
    ethnic_group: "White",
    scheme: "self_16_1",
  },
  { id: "eth.white_irish", source_value: "White - Irish", ethnic_group: "White", scheme: "self_16_1" },
  {
    id: "eth.white_other",
    source_value: "White - Any other White background",
    ethnic_group: "White",
    scheme: "self_16_1",
  },
  {
    id: "eth.mixed_wbc",
    source_value: "Mixed/Multiple ethnic groups - White and Black Caribbean",
    ethnic_group: "Mixed",
    scheme: "self_16_1",
  },
  {
    id: "eth.mixed_wba",
    source_value: "Mixed/Multiple ethnic groups - White and Black African",
    ethnic_group: "Mixed",
    scheme: "self_16_1",
  },
  {
    id: "eth.mixed_wa",
    source_value: "Mixed/Multiple ethnic groups - White and Asian",
    ethnic_group: "Mixed",
    scheme: "self_16_1",
  },
  {
    id: "eth.mixed_other",
    source_value: "Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background",
    ethnic_group: "Mixed",
    scheme: "self_16_1",
  },
  {
    id: "eth.asian_indian",
    source_value: "Asian/Asian British - Indian",
    ethnic_group: "Asian",
    scheme: "self_16_1",
  },
  {
    id: "eth.asian_pakistani",
    source_value: "Asian/Asian British - Pakistani",
    ethnic_group: "Asian",
    scheme: "self_16_1",
  },
  {
    id: "eth.asian_bangladeshi",
    source_value: "Asian/Asian British - Bangladeshi",
    ethnic_group: "Asian",
    scheme: "self_16_1",
  },
  {
    id: "eth.asian_chinese",
    source_value: "Asian/Asian British - Chinese",
    ethnic_group: "Asian",
    scheme: "self_16_1",
  },
  {
    id: "eth.asian_other",
    source_value: "Asian/Asian British - Any other Asian background",
    ethnic_group: "Asian",
    scheme: "self_16_1",
  },
  {
    id: "eth.black_african",
    source_value: "Black/African/Caribbean/Black British - African",
    ethnic_group: "Black",
    scheme: "self_16_1",
  },
  {
    id: "eth.black_caribbean",
    source_value: "Black/African/Caribbean/Black British - Caribbean",
    ethnic_group: "Black",
    scheme: "self_16_1",
  },
  {
    id: "eth.black_other",
    source_value: "Black/African/Caribbean/Black British - Any other Black/African/Caribbean background",
    ethnic_group: "Black",
    scheme: "self_16_1",
  },
  {
    id: "eth.other",
    source_value: "Other ethnic group - Any other ethnic group",
    ethnic_group: "Other",
    scheme: "self_16_1",
  },
  {
    id: "eth.not_stated",
    source_value: "Other ethnic group - Not stated",
    ethnic_group: "missing",
    scheme: "self_16_1",
  },
] as const;

/** Age bands of stops and of force, which do not nest. */
export const AGE_BANDS = [
  { id: "age.stop_u10", band_scheme: "stops", source_value: "under 10", reported_as: "under 18" },
  { id: "age.stop_10_17", band_scheme: "stops", source_value: "10-17", reported_as: "under 18" },
  { id: "age.stop_18_24", band_scheme: "stops", source_value: "18-24", reported_as: "18-24" },
  { id: "age.stop_25_34", band_scheme: "stops", source_value: "25-34", reported_as: "25-34" },
  { id: "age.stop_o34", band_scheme: "stops", source_value: "over 34", reported_as: "35+" },
  { id: "age.force_0_10", band_scheme: "force", source_value: "0-10", reported_as: "under 18" },
  { id: "age.force_11_17", band_scheme: "force", source_value: "11-17", reported_as: "under 18" },
  { id: "age.force_18_34", band_scheme: "force", source_value: "18-34", reported_as: "adult" },
  { id: "age.force_35_49", band_scheme: "force", source_value: "35-49", reported_as: "adult" },
  { id: "age.force_50_64", band_scheme: "force", source_value: "50-64", reported_as: "adult" },
  { id: "age.force_65", band_scheme: "force", source_value: "65 and over", reported_as: "adult" },
] as const;

/** Gender as published with stops. */
export const GENDERS = [
  { id: "gen.male", source_value: "Male" },
  { id: "gen.female", source_value: "Female" },
  { id: "gen.other", source_value: "Other" },
] as const;
