import type { Words } from "../types.ts";

/** A copy of everything for oneself, and the way back from it. */
export const backup = {
  "backup.heading": "Backup",
  "backup.open-detail": "Restore it here, beside what you have",
  "backup.lead": "One locked file that holds everything, for the day this device is lost, broken or taken.",
  "backup.none": "No backup yet. If this device is lost, all of it is lost.",
  "backup.unsaved": { one: "{n} entry since the last backup", other: "{n} entries since the last backup" },
  "backup.saved": "Nothing new since the last backup",
  "backup.last": "Last backup: {date}.",
  "backup.what-head": "What goes into it",
  "backup.what": { one: "{n} entry of this case. Files: {files}.", other: "{n} entries of this case. Files: {files}." },
  "backup.what-cases": {
    one: "{n} entry of all {cases} cases here. Files: {files}.",
    other: "{n} entries of all {cases} cases here. Files: {files}.",
  },
  "backup.held": {
    one: "{n} file stays out, because someone in it was under 18, an age is not answered, or this app cannot tell what it is about. What you wrote down about it goes in.",
    other:
      "{n} files stay out, because someone in them was under 18, an age is not answered, or this app cannot tell what they are about. What you wrote down about them goes in.",
  },
  "backup.ages": "Look at the ages",
  "backup.care-head": "Who has the file and the words has everything",
  "backup.care":
    "Six new words lock it. Keep them on paper, away from the file. If someone looks through this phone or its cloud, put the file somewhere else.",
  "backup.old-head": "Older backups",
  "backup.old":
    "Each backup keeps its own six words, and what you erased here afterwards is still in it. Delete older ones yourself when they should not exist any more.",
  "backup.start": "Make a backup",
  "backup.words-heading": "Six words for this backup",
  "backup.words-lead": "They open this one file, and nothing else does. Write them down before the file is made.",
  "backup.words-use": "Make the file",
  "backup.helper": "Lock it for a helper’s key instead",
  "backup.helper-heading": "For a helper’s key",
  "backup.helper-lead": "Some lawyers and helplines have a key for files, made with age. They give you its address and keep the key.",
  "backup.helper-care-head": "They can open all of it. You cannot.",
  "backup.helper-care":
    "Whoever has the key of this address can open every entry and file in it, now and later. To give somebody only a part, use Share.",
  "backup.helper-without":
    "Left out on purpose: the key that seals what you hand over, and private numbers, such as the PIN of a hash service.",
  "backup.helper-lost":
    "There are no words for it. If the key is lost, nobody can open it. Make a backup with six words for yourself as well.",
  "backup.helper-links":
    "Somebody in a picture was under 18, or it is not known. The file holds every link of every case here, so it goes only to police, a hotline or a lawyer.",
  "backup.helper-address": "Address of their key",
  "backup.helper-hint": "It begins with age1. Paste it, then compare its beginning and its end with them on the phone.",
  "backup.helper-words": "Use six words instead",
  "backup.helper-made": "It was read back, and every entry and file in it is right. Only the key of this address opens it: {address}",
  "backup.helper-done": "Now give the file to them, and nobody else.",
  "backup.helper-own": "You cannot open it yourself. For yourself, make one with six words.",
  "backup.making": "Making the backup and checking it…",
  "backup.made-heading": "The backup is made and checked",
  "backup.made": "It was opened again with the six words, and every entry and file in it is right.",
  "backup.save": "Save the file",
  "backup.share": "Hand it to another app",
  "backup.not-yet": "It counts as a backup once it is saved.",
  "backup.lost-before": {
    one: "{n} entry is damaged here and cannot be copied. Everything that can be read is copied.",
    other: "{n} entries are damaged here and cannot be copied. Everything that can be read is copied.",
  },
  "backup.lost-ages":
    "What is damaged may have said something about an age. So a picture or video goes in only once the ages of all pictures in its case are answered again.",
  "backup.lost-head": "Missing or damaged",
  "backup.lost-entries": {
    one: "{n} entry. Its place in the timeline stays empty.",
    other: "{n} entries. Their places in the timeline stay empty.",
  },
  "backup.lost-files": { one: "{n} file.", other: "{n} files." },
  "backup.lost-records": {
    one: "{n} private number, such as the PIN of a hash service.",
    other: "{n} private numbers, such as the PIN of a hash service.",
  },
  "backup.lost-seal":
    "The key that seals what you hand over. What is sealed from the copy carries a new one, so people who have your files cannot tell that both are yours, and the copy cannot be joined with this case.",
  "backup.lost-root":
    "All entries of one case are there, but together they do not pass their check. One of them may not be as it was written.",
  "backup.done-heading": "The backup is saved",
  "backup.done": "Now put a copy somewhere that is not this device, for example on a USB stick or with someone you trust.",
  "backup.done-try": "On another phone or in another browser, open this app and choose “I have a backup”.",
  "backup.done-note": "That it was made is noted in the timeline.",

  "backup.erase-any":
    "Backups, if you made any: each opens with its own six words, or with the key that it was made for, and still holds what you erase here.",
  "backup.erase-kept": {
    one: "{n} backup was made of this case. It opens with its own six words, or with the key that it was made for, and still holds what you erase here. Delete the file yourself, wherever it is.",
    other:
      "{n} backups were made of this case. Each opens with its own six words, or with the key that it was made for, and still holds what you erase here. Delete the files yourself, wherever they are.",
  },

  "restore.heading": "I have a backup",
  "restore.lead": "Choose the file and type its six words. Nothing is changed until you say so.",
  "restore.choose": "Choose the backup",
  "restore.other": "Choose another file",
  "restore.words": "The six words of this backup",
  "restore.words-hint":
    "The words that were shown when it was made. Not your passphrase. If it was locked for your key, type the key, which begins with AGE-SECRET-KEY-1.",
  "restore.open": "Open it",
  "restore.opening": "Opening it and checking every part…",
  "restore.found-heading": "The backup is whole",
  "restore.damaged-heading": "The backup opens. Something was damaged before it was made.",
  "restore.found": "Made {date}. Every entry and file in it was checked.",
  "restore.cases": { one: "{n} case", other: "{n} cases" },
  "restore.holds": { one: "{n} entry. Files: {files}, {size}", other: "{n} entries. Files: {files}, {size}" },
  "restore.holds-no-file": { one: "{n} entry. No file.", other: "{n} entries. No files." },
  "restore.absent": {
    one: "{n} file is not in it. It was left out when the backup was made.",
    other: "{n} files are not in it. They were left out when the backup was made.",
  },
  "restore.withheld":
    "It was made for somebody’s key. Left out on purpose: the key that seals what is handed over, and private numbers, such as the PIN of a hash service. What is sealed from this copy carries a new key, and it cannot be joined with the case that it came from.",
  "restore.since": "What was written down after that day is not in it.",
  "restore.beside": "What is here now stays as it is. The backup gets a passphrase of its own and opens with that.",
  "restore.copy-head": "It is a copy of the case that is open",
  "restore.copy":
    "Both may have gone on separately. You can bring the copy in: nothing is lost on either side, and the timeline shows both in order of time and says where they parted. What you erased here stays erased.",
  "restore.merge": "Bring it into this case",
  "restore.merged": "Brought in. The timeline shows both.",
  "restore.go-on-beside": "Restore it beside this one",
  "restore.go-on": "Restore it here",
  "restore.pass-heading": "Choose how it opens here",
  "restore.pass-lead": "The words of the backup do not open what is restored. It gets its own.",
  "restore.now": "Restore it",
  "restore.restoring": "Restoring. Leave this open until it is done…",
  "restore.stop-note": "If it ends half-way, nothing of it is kept. You can begin again.",
  "restore.done": "Restored. Everything from the backup is here.",
} as const satisfies Words;
