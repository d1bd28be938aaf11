/**
 * Opens a web address in a new tab that knows neither where it came from nor this page. Only http and https; false when it is something else.
 * The visit itself shows in the browser's history and to the site: the screen says so and asks first.
 */
export const openAddress = (page: Document, address: string): boolean => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  const anchor = page.createElement("a");
  anchor.href = url.href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.referrerPolicy = "no-referrer";
  anchor.hidden = true;
  page.body.append(anchor);
  anchor.click();
  anchor.remove();
  return true;
};
