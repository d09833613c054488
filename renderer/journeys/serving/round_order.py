"""What a round that is ordered is to be: in the body by the names of a case's own data, in the address by English ones.

`/v1/render` has no body but the case, so what it is to make stands in its address; a round can be ordered the same way.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from renderer.errors import WrongCall
from renderer.findings import Place, Stopped, error
from renderer.model.tidying import composed

ADDRESS_NAMES = {"opfølgning": "followup", "af": "by", "udvalg": "committee", "alle": "all", "begrundelse": "reason"}
"""What may stand in the address, by the name it has in the body."""


class RoundOrder(BaseModel):
    """What is to be issued, by whom, and which warnings are accepted."""

    model_config = ConfigDict(extra="forbid", str_max_length=2_000)

    followup: int = Field(alias="opfølgning", ge=0, le=4, description="Opfølgningens nummer; 0 er udmøntningen.")
    by: str = Field(alias="af", min_length=1, description="Navnet på den, der udsteder.")
    committee: str | None = Field(None, alias="udvalg", description="Kun dette udvalg; ellers hele kommunen.")
    whole_round: bool = Field(False, alias="alle", description="Hele runden: alle udvalg og hele kommunen.")
    reason: str = Field("", alias="begrundelse", description="Hvorfor noget udstedes igen som en ny version.")
    accepted: dict[str, str] = Field(
        default_factory=dict,
        alias="accepterede",
        description="Koder på accepterede advarsler, hver med en begrundelse.",
    )
    accept_all: bool = Field(False, alias="accepter_alle", description="Accepter alle advarsler.")
    webhook: str = Field("", description="Adressen, som får besked, når runden er udstedt eller afvist.")

    @field_validator("by", "committee", "reason", "accepted", "webhook")
    @classmethod
    def _printable(cls, value: str | dict[str, str] | None) -> str | dict[str, str] | None:
        """What is kept in the archive for decades can be printed, in composed letters as the case is read."""
        value = _composed(value)
        texts = [value] if isinstance(value, str) else [word for pair in (value or {}).items() for word in pair]
        if any(unicodedata.category(character) in {"Cc", "Cs", "Cn", "Co"} for text in texts for character in text):
            raise ValueError("a character that cannot be printed")
        return value


def _composed(value: str | dict[str, str] | None) -> str | dict[str, str] | None:
    if isinstance(value, dict):
        return {composed(name): composed(text) for name, text in value.items()}
    return composed(value) if value else value


def round_order(said: Mapping[str, Any], asked: Mapping[str, Any]) -> RoundOrder:
    """The order that a body and an address give together, by the order's Danish names; neither may repeat the other.

    Raises `Stopped` with every field that is wrong, and `WrongCall` where fields contradict each other.
    """
    if twice := sorted(set(said) & set(asked)):
        message = f"Feltet »{twice[0]}« står både i bestillingen og i adressen."
        hint = f"Skriv kun »{twice[0]}« i bestillingen eller »{ADDRESS_NAMES[twice[0]]}« i adressen."
        raise WrongCall(message, hint)
    said = {**said, **asked}
    try:
        order = RoundOrder.model_validate(said)
        order.model_dump_json()
    except ValidationError as cause:
        raise Stopped([_objection(one) for one in cause.errors()], "Bestillingen er ikke skrevet rigtigt.") from cause
    except UnicodeEncodeError as cause:
        raise WrongCall("Bestillingen har et tegn, som ikke kan skrives.", "Send den som UTF-8.") from cause
    if not order.by.strip():
        raise WrongCall("Feltet »af« er tomt.", "Skriv, hvem der udsteder udgaverne.")
    if order.committee and order.whole_round:
        message = "»udvalg« og »alle« (i adressen »committee« og »all«) kan ikke bruges sammen."
        raise WrongCall(message, "Brug kun det ene af dem.")
    return order


def _objection(details: Any) -> Any:
    path = [str(part) for part in details["loc"]]
    place = Place(field=" › ".join(path), pointer="".join(f"/{part}" for part in path))
    match details["type"]:
        case "missing":
            return error("felt-mangler", place, f"Feltet »{path[-1]}« mangler.", _add(path[-1]))
        case "extra_forbidden":
            return error("ukendt-felt", place, "Feltet findes ikke her.", _rename(path[-1]))
        case _:
            return error("ukendt-værdi", place, "Værdien kan ikke stå her.", "Se OpenAPI-beskrivelsen.")


def _add(name: str) -> str:
    other = ADDRESS_NAMES.get(name)
    return f"Tilføj feltet, eller skriv »{other}« i adressen." if other else "Tilføj feltet."


def _rename(name: str) -> str:
    ours = next((key for key, other in ADDRESS_NAMES.items() if other == name), None)
    return f"I bestillingen hedder det »{ours}«." if ours else "Slet feltet, eller ret dets navn."
