import { DateTimeFields } from "~/app/components/ui/date-time-fields";
import { TextField } from "~/app/components/ui/text-field";

/** Where and when a panel meets, and how many members there is room for. */
export function BookingFields({ today }: { today: string }) {
  return (
    <>
      <TextField
        name="place"
        label="Where the panel meets"
        hint="The building and the room, as members should look for them."
        autoComplete="off"
      />
      <DateTimeFields
        legend="When"
        hint="London time. Footage can be played only between the start and the end."
        date={{ name: "date", min: today }}
        from={{ name: "startTime" }}
        to={{ name: "endTime" }}
      />
      <TextField
        name="capacity"
        label="Seats"
        hint="How many members can take part, from 1 to 30."
        width={3}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
