import type { Words } from "../types.ts";

/** One sentence for each code that a person may meet. `src/app/errors.ts` does not compile while one is missing. */
export const errors = {
  "error.unexpected": "Something went wrong in the app. What was saved before is safe. Try again, or lock and unlock.",

  "error.case-not-open": "There is no open case yet. Start one first.",
  "error.case-closed": "This case is closed. Open it again to change it.",
  "error.case-newer": "This case was continued with a newer version of the app. Here it can only be read. Get the newer version to go on.",
  "error.already-open": "This case is already open.",
  "error.bad-value": "This cannot be saved as it is. Check what you typed.",
  "error.too-long": "This text is too long. Make it shorter, or save it in two parts.",
  "error.unknown-subject": "This belongs to something that is no longer here. Go back and try again.",
  "error.already-there": "This is already in your case.",
  "error.evidence-already-there": "This file is already in your case. It was not added twice.",
  "error.nothing-to-add": "There is nothing to add yet.",
  "error.media-under-18":
    "No picture or screenshot of someone under 18 can be kept here. Write down the address instead. A hotline can do the rest.",
  "error.media-age-unknown": "No picture can be kept while it is not known if everyone in it was 18 or older. Words and links are fine.",
  "error.stopncii-under-18":
    "StopNCII is only for pictures in which everyone was 18 or older. Take It Down is for pictures of someone under 18.",
  "error.stopncii-age-unknown": "First answer how old the person was when the picture was taken. The right service depends on it.",
  "error.dmca-under-18": "A copyright notice is not the way for pictures of someone under 18. A hotline is the way.",
  "error.dmca-age-unknown": "First answer how old the person was when the picture was taken.",
  "error.dmca-not-your-picture": "A copyright notice works only if you took the picture yourself.",
  "error.bundle-media-under-18": "Pictures of someone under 18 cannot leave this device. Take them out of the selection.",
  "error.bundle-links-under-18": "Links to pictures of someone under 18 go only to police, a hotline or a lawyer.",
  "error.report-covers-nothing": "Choose at least one link for this report.",
  "error.sent-in-the-future": "The time you sent it lies in the future. Check the date and time.",
  "error.deadline-needs-all-elements":
    "The notice lacks a required part, so no time limit starts. Add the part, or save it without a limit.",
  "error.reason-missing": "Add a few words about why.",

  "error.vault-wrong-passphrase": "This passphrase does not open it. Check the words and their order.",
  "error.vault-wrong-passkey": "This passkey opens nothing here. Use your passphrase or your recovery words.",
  "error.vault-missing": "Nothing is stored on this device yet.",
  "error.vault-exists": "There is already something stored on this device. Unlock it instead.",
  "error.vault-locked": "It is locked. Unlock it to go on.",
  "error.vault-taken":
    "Another tab is using this, so nothing was saved here just now. What you typed is still here. Try once more to go on in this tab.",
  "error.vault-damaged": "A part of the store does not pass its check. The rest can still be used.",
  "error.vault-newer": "This was written by a newer version of the app. Get the newer version to open it.",
  "error.vault-device-unfit":
    "This device gave different answers to the same sum, so a passphrase is not safe on it. Nothing was stored. Try another device.",
  "error.vault-full": "There is no space left on this device. Nothing was lost. Free some space and try again.",
  "error.vault-no-room":
    "There is not enough space left on this device for this file. Nothing of it was stored. Free some space, then add it again.",
  "error.vault-lost": "The browser closed its storage. Nothing that was saved is lost. Try again.",
  "error.vault-too-large": "This is too large to be kept here.",
  "error.vault-passphrase-short": "This passphrase is too short. Use at least four random words or a long sentence.",
  "error.vault-passphrase-used": "This cannot be used here a second time. Choose other words.",
  "error.vault-not-found": "This part is no longer in the store.",
  "error.vault-last-way": "This is the last passphrase or set of recovery words that opens this. Add another one first.",
  "error.vault-not-passphrase": "To keep your passphrase, type the passphrase itself. Recovery words will stop working.",
  "error.vault-ways-full": "There are already eight ways to open this. Remove one first.",
  "error.vault-other-case": "This backup is of another case. Restore it beside this one instead.",
  "error.vault-copies-differ":
    "This backup and what is here differ where they should be the same, so they were not joined. Restore the backup beside this one instead.",
  "error.vault-nothing-new": "Everything in this backup is already here.",
  "error.vault-stopped":
    "The part of this app that keeps your case stopped. What was saved is safe. Unlock to go on: what you typed is still there.",
  "error.vault-busy":
    "Everything is being sealed anew in another window of this app, or one still holds on to it. Wait, or close the other window, and try again.",
  "error.vault-renewed":
    "Everything here was sealed anew in another window. Lock this one and unlock it again. What you typed is still here.",
  "error.vault-cancelled": "It was stopped. Everything is as it was before.",

  "error.file-empty": "This file is empty.",
  "error.file-too-large": "This file is too large to be kept here.",
  "error.picture-unreadable": "This browser cannot open this picture, so it cannot be covered here. The original is as it was.",
  "error.still-unreadable": "This browser could not make a picture of it. The file itself is as it was.",
  "error.file-unreadable": "This file cannot be read. It may be damaged, or the browser may not have been allowed to read it.",
  "error.file-type-unknown": "This kind of file is not known here.",
  "error.message-unreadable": "This message file cannot be read. You can paste its text instead.",

  "error.bundle-wrong-words": "These words do not open the file. Check the words and their order.",
  "error.bundle-cut-off": "The end of this file is missing. Ask for it to be sent again.",
  "error.bundle-altered": "This file was changed after it was sealed. Do not rely on it. Ask for a new one.",
  "error.not-a-bundle": "This is not a sealed file from this app.",
  "error.bundle-work-too-high": "This file asks for more work than this device can do safely. It was not opened.",
  "error.bundle-too-many-entries": "This file holds more parts than a sealed file may. It was not opened.",
  "error.bundle-bad-name": "This file holds a part with a name that is not allowed. It was not opened.",
  "error.bundle-compressed": "This file holds a packed part, which a sealed file never does. It was not opened.",
  "error.bundle-size-lies": "A part of this file is not as long as it says. It was not opened.",
  "error.bundle-format-unknown": "This file was made in a form that this version does not know. Get the newer version.",
  "error.bundle-malformed": "This file is not built as it should be. Ask for it to be sent again.",
  "error.bundle-needs-key": "This file was sealed for a key, not for words. It cannot be opened here.",
  "error.backup-bad-address":
    "This is not an address that begins with age1, or a letter of it is wrong. Ask for it again, and paste it whole.",
  "error.backup-bad-key":
    "This is not a valid key: a letter of it is wrong or missing, or it is of a kind that this version does not know. Paste it whole.",
  "error.backup-needs-key": "This backup was locked for a key, not with words. Type the key. It begins with AGE-SECRET-KEY-1.",
  "error.backup-wrong-key": "This key does not open the file. The backup was made for another one, or with six words.",
  "error.bundle-armored": "This file was turned into text. Ask for the file itself.",
  "error.bundle-unsupported-recipient": "This file was sealed in a way that this version cannot open.",
  "error.seal-self-check-failed": "The sealed file did not pass its own check, so it was not offered. Nothing left this device. Try again.",
  "error.seal-name-not-allowed": "A file name is not allowed in a sealed file. Rename it and try again.",
  "error.seal-source-damaged": "One of the chosen files is damaged and cannot be sealed. Take it out of the selection.",
  "error.seal-too-large": "This is more than one sealed file can hold. Choose fewer files.",
  "error.bundle-is-backup": "This is a backup. Open it with “I have a backup”, on the first screen or under Backup in the settings.",
  "error.backup-is-bundle": "This is a sealed file for someone to read, not a backup. Open it with “Open a sealed file”.",
  "error.backup-not-one": "This is not a backup from this app.",
  "error.backup-cut-off": "The end of this backup is missing, so nothing was restored. Look for another copy of the file.",
  "error.backup-altered": "This backup was changed or damaged after it was made. Nothing was restored. Look for another copy of the file.",
  "error.backup-malformed": "This backup is not built as it should be. Nothing was restored.",
  "error.backup-format-unknown": "This backup was made in a form that this version does not know. Get the newer version.",
  "error.backup-entry-changed": "An entry in this backup is not the one that was written down. Nothing was restored.",
  "error.backup-file-changed": "A file in this backup is not the one that was kept. Nothing was restored.",
  "error.backup-too-large": "This is more than one backup can hold. Save large videos somewhere safe and erase them here, then try again.",
  "error.backup-source-damaged":
    "A part of the store is damaged, so a whole backup cannot be made. Share a sealed copy of what can still be read.",
  "error.backup-outdated":
    "While the backup was made, an age was answered or a file was erased. So the backup held a file that stays out now, and was not kept. Make it again.",
  "error.backup-outdated-kept":
    "While the backup was made, an age was answered or a file was erased. So the backup holds a file that stays out now. Delete it yourself, and make it again.",
  "error.backup-source-moved": "Something was saved while the backup was made. Try again.",
  "error.backup-self-check-failed": "The backup did not pass its own check, so it was not kept. Nothing is lost. Try again.",
  "error.backup-name-taken": "There is something in that file already. It was left as it is. Choose a new name.",
  "error.backup-not-saved": "The backup could not be written to that place. Nothing is lost. Choose another place.",
  "error.stopped": "It was stopped. Nothing was made.",

  "error.update-vault-open": "Lock first, then take the newer version.",
  "error.update-other-window": "Close the other window of this app first.",
  "error.update-not-offered": "This is not the version that was shown. Nothing was changed.",
  "error.update-failed": "The newer version could not be loaded. Nothing was changed. Try again later.",
} as const satisfies Words;
