/**
 * Why an age file was not opened. The first nine are header failures in the words of the age specification, `age-mac` is its HMAC failure,
 * `age-no-match` and `age-needs-*` its "no match", and the last two its payload failure.
 */
export interface AgeError {
  readonly code:
    | "age-not-age"
    | "age-armored"
    | "age-version"
    | "age-header-cut-off"
    | "age-header-malformed"
    | "age-header-too-long"
    | "age-stanza-malformed"
    | "age-passphrase-not-alone"
    | "age-work-too-high"
    | "age-mac"
    | "age-no-match"
    | "age-needs-key"
    | "age-needs-passphrase"
    | "age-unsupported-recipient"
    | "age-cut-off"
    | "age-altered";
}
