"""The base of every record of the model: frozen, strict about its keys, known by its Danish keys."""

from pydantic import BaseModel, ConfigDict

from renderer.vocabulary import key


class Record(BaseModel):
    """A frozen record whose fields are read and written by the Danish keys of `vocabulary.KEYS`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=key,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        arbitrary_types_allowed=True,
    )
