/** "5 of 8 seats taken" */
export function seatsText({ capacity, seatsTaken }: { capacity: number; seatsTaken: number }): string {
  if (seatsTaken >= capacity)
    return capacity === 1 ? "The only seat is taken" : `All ${capacity} seats taken`;
  return `${seatsTaken} of ${capacity} ${capacity === 1 ? "seat" : "seats"} taken`;
}
