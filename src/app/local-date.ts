/** Local ISO date of an instant, for neutral file names. */
export const localDate = (ms: number): string => {
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The same with hours and minutes: for files of which there may be several a day, where a chosen name that is taken already is emptied at once. */
export const localMinute = (ms: number): string => {
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${localDate(ms)}-${two(date.getHours())}${two(date.getMinutes())}`;
};
