"""What may be done with people's records."""

from hearth.foundation.access.capabilities import declare

SEARCH = declare("people.search", "Search for people")
VIEW = declare("people.view", "See a person's record")
CHANGE = declare("people.change", "Add people and change what is recorded about them")
RESTRICT = declare("people.restrict", "Restrict or seal a record, and end a restriction")
OPEN = declare("people.open_with_reason", "Open a restricted record with a reason")
ALLOCATE = declare("people.allocate", "Allocate a worker")
IMPORT = declare("people.import", "Bring in people from another system's file")
REVIEW_DUPLICATES = declare("people.review_duplicates", "Judge records that may be of one person")
SET_COVER = declare("people.set_cover", "Arrange cover for somebody's role")
SEE_CONFIDENTIAL = declare("people.see_confidential", "See confidential addresses of people one works with")
MERGE = declare("people.merge", "Make two records of one person one, and undo it")
MERGE_CONFIRM = declare("people.merge_confirm", "Confirm a merge that somebody else proposed, where a service is open")
ADOPTION = declare("people.adoption", "Keep birth and adoptive identities apart, as named adoption staff")
CONFLICTS = declare("access.conflicts", "Record that a member of staff must never see a record, and end that")
REVIEW = declare("access.review", "Read the access log: who looked, searched, exported or was refused")
