"""Which tutor machines a laptop believes, as the sheets of sticks tell it one after the other.

Each sheet says who they are, who has left, and which new key follows an older one. Sticks come in
any order, some from a drawer and some written with a wrong clock; and somebody who has left may
write sheets too.
"""

from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from digitutor_app.exchange.stick.errors import OtherOrganiserError, StrangersSheetError
from digitutor_app.exchange.stick.sheet import Sheet, follows

#: A sheet from later than that was made with a wrong clock: it is older than any that is not.
_SOON: Final = timedelta(days=2)
#: Only so far ahead it cannot be this laptop's clock that is slow.
_NEVER: Final = timedelta(days=400)


def check(known: Sheet, signer: bytes, sheet: Sheet) -> None:
    """Raise OtherOrganiserError or StrangersSheetError unless our tutors have written the sheet.

    ``known``: what this laptop has from the sheets before.
    """
    if sheet.organisation != known.organisation:
        raise OtherOrganiserError(sheet.organiser)
    public = signer.hex()
    believed = {tutor.public for tutor in known.tutors}
    if public in known.former or public not in follows(believed, sheet):
        raise StrangersSheetError(sheet.organiser)


def is_older(known: Sheet, sheet: Sheet, now: datetime) -> bool:
    """Whether a sheet (which was checked) tells nothing that counts any more; ``now`` is what this
    laptop's clock says.

    A sheet by which one of our tutors has left is never too old.
    """
    if {tutor.public for tutor in known.tutors} & set(sheet.former):
        return False
    made, before = sheet.made_at, known.made_at
    if before > now + _SOON >= made:
        return False
    return made < before or made > now + _NEVER >= before


def brought_up_to_date(known: Sheet, sheet: Sheet, now: datetime) -> Sheet:
    """The sheet with those whom the laptop believes from now on, and for whom it seals: that never
    goes back to what an older sheet says."""
    if is_older(known, sheet, now):
        former = known.former
        sheet = replace(sheet, made=known.made, tutors=known.tutors, recovery=known.recovery)
    else:
        back = {tutor.public for tutor in sheet.tutors}
        former = [public for public in known.former if public not in back]
    return replace(sheet, former=sorted({*former, *sheet.former}))
