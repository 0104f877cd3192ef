/** How long something still takes, roughly: "less than a minute left", "about 4 minutes left". */
export function timeLeftText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return "less than a minute left";
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  const hoursText = `${hours} ${hours === 1 ? "hour" : "hours"}`;
  return rest === 0 || rest === 60
    ? `about ${rest === 60 ? `${hours + 1} hours` : hoursText} left`
    : `about ${hoursText} ${rest} minutes left`;
}
