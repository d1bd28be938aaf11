/** Steps that come before others, by name. */
export const safetySeen = ["ask-danger", "safety-plan", "safer-device", "no-safe-device"] as const;

/** The six of extortion, in their order, with the two questions between them. */
export const extortionSeen = [
  "ask-extortion",
  "stop-answering",
  "do-not-pay",
  "keep-the-chat",
  "block-and-report-account",
  "hide-friend-lists",
  "if-you-paid",
] as const;

/** What precedes everything that is not about danger. */
export const seen = [...safetySeen, ...extortionSeen] as const;

/** Before any media or report: which picture, and how old everyone in it was. */
export const ageKnown = ["name-picture", "picture-age"] as const;

/** Before any report. */
export const reportReady = [...seen, ...ageKnown, "only-official-help", "describe-picture", "police-first"] as const;

/** All that has to be over before looking back. */
export const pathOver = [
  ...seen,
  "add-links",
  "save-messages",
  "check-gone",
  "check-gone-hotline",
  "check-place",
  "check-profile",
  "check-profile-hotline",
  "hash-service",
  "hash-service-under-18",
  "hash-service-no-file",
  "hash-service-uk",
  "hash-service-unknown-age",
  "am-i-hacked",
  "add-accounts",
  "secure-mail",
  "phone-and-sim",
  "secure-account",
  "cloud-sharing",
  "old-devices",
] as const;
