"""Keys and elements of containers, one by one where they can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import (
    attributes,
    class_attributes,
    containers,
    contents,
    exact,
    invoke,
    memory,
    operators,
    outside,
    pairing,
    returning,
    subscripts,
    trials,
)
from netra_lint.flow.graph import plain
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import (
    EMPTY,
    Const,
    Method,
    Obj,
    Value,
    const,
    constant,
    only,
    union,
    unknown,
)
from netra_lint.flow.words import MUTATORS
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from netra_lint.flow.frames import Args, Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


def keys(machine: Machine, obj: Obj, frame: Frame, mem: int) -> Value:
    """Return the keys of a dictionary at a point."""
    found = pairing.pairs(machine, obj, frame, mem)
    if found is not None:
        return union([key for key, _ in found])
    parts = [memory.load(machine, obj, ("item", memory.KEYS), frame, mem)]
    if contents.makes_items(obj):
        parts += _keys_used(machine, obj)
    return union(parts) or unknown()


def first_keys(machine: Machine, obj: Obj) -> Value:
    """Return the keys of a dictionary as it was made."""
    frame, data = obj.frame, obj.frame.facts.nodes[obj.node] if obj.node >= 0 else ("",)
    if data[0] == "dict":
        own = [machine.eval(key, frame) for key, _ in data[1] if key >= 0]
        others = [machine.eval(value, frame) for key, value in data[1] if key < 0]
        return union([*own, *(_keys_of(machine, other, frame, data[2]) for other in others)])
    if data[0] == "call":
        return _keys_given(machine, obj, data)
    return machine.eval(data[1], frame) if data[0] == "manydict" else EMPTY


def _keys_given(machine: Machine, obj: Obj, data: Node) -> Value:
    """Return the keys of the mapping, or pairs, that a dictionary is a copy of, or made from."""
    frame, mem = obj.frame, data[4]
    original = contents.copied(machine, obj)
    if original is not None:
        return _keys_of(machine, original, frame, mem)
    word = contents.word_of(frame, obj.node)
    args = invoke.dispatch(machine, frame, obj.node).args
    if word == "defaultdict":
        args = args.after(1)
    elif word == "fromkeys":
        return _elements_given(machine, args, frame, mem)
    elif word not in ("dict", "OrderedDict"):
        return EMPTY
    given = [arg.get(machine) for arg in args.pos[:1]]
    words = [const(word) for word in args.kw]
    return union([*words, *(_keys_of(machine, value, frame, mem) for value in given)])


def _elements_given(machine: Machine, args: Args, frame: Frame, mem: int) -> Value:
    if not args.pos:
        return EMPTY
    return subscripts.elements(machine, args.pos[0].get(machine), frame, mem)


def _keys_of(machine: Machine, value: Value, frame: Frame, mem: int) -> Value:
    """Return the keys of mappings, and what stands first in pairs."""
    parts: list[Value] = []
    for atom in value:
        if isinstance(atom, Obj) and atom.shape == "dict":
            parts.append(keys(machine, atom, frame, mem))
        elif isinstance(atom, Obj) and atom.shape not in ("instance", "keywords"):
            rows = subscripts.elements(machine, {atom: None}, frame, mem)
            parts.append(subscripts.item(machine, rows, Const(0, "int"), frame, mem))
    return union(parts)


def _keys_used(machine: Machine, obj: Obj) -> list[Value]:
    """Return the keys by which items of a ``defaultdict`` are looked up, which makes them."""
    names, found = machine.shapes.kept_as(obj.frame.info, obj.node), []
    for info in outside.writers(machine, obj.frame.info):
        frame = machine.known.open(info)
        nodes = list(frame.facts.nodes)
        for data in nodes:
            base = nodes[plain(nodes, data[1])] if data[0] == "item" else ("",)
            if base[0] == "attr" and base[2] in names:
                found.append(machine.eval(data[2], frame))
    for data in list(obj.frame.facts.nodes):
        if data[0] == "item" and obj in machine.eval(data[1], obj.frame):
            found.append(machine.eval(data[2], obj.frame))
    return found


def known_keys(machine: Machine, atom: Atom, frame: Frame, mem: int) -> list[str] | None:
    """Return the keys of a mapping, or None when they cannot be told."""
    if isinstance(atom, Method) and atom.name == "__dict__":
        return _field_names(machine, atom.receiver) or None
    if not isinstance(atom, Obj):
        return None
    if atom.shape == "keywords" and not changes_keywords(machine, atom):
        return keyword_names(atom)
    if atom.shape == "instance":
        return [n for c in atom.classes for n in class_attributes.record_fields(c)] or None
    exactly = pairing.pairs(machine, atom, frame, mem)
    if exactly is not None:
        known = [c for c in (constant(key) for key, _ in exactly) if c is not None]
        return [str(c.value) for c in known] if len(known) == len(exactly) else None
    data = atom.frame.facts.nodes[atom.node] if atom.node >= 0 else ("",)
    found: list[str] | None = None
    if data[0] == "dict":
        found = _display_keys(machine, atom, data)
    elif data[0] == "call" and contents.word_of(atom.frame, atom.node) == "dict":
        args = invoke.dispatch(machine, atom.frame, atom.node).args
        found = list(args.kw) if not args.pos and args.extra is None else None
    if found is None or frame is not atom.frame:
        return found if found is not None and not _grows(machine, atom) else None
    return _with_stored(machine, atom, found, frame)


def _field_names(machine: Machine, atom: Atom) -> list[str]:
    """Return the fields of an object as its classes declare them, or set them when it is made."""
    found: dict[str, None] = {}
    for cls in attributes.classes_of(atom):
        fields = class_attributes.record_fields(cls)
        found.update(dict.fromkeys(fields or _fields_made(machine, cls)))
    return list(found)


def _fields_made(machine: Machine, cls: ClassInfo) -> list[str]:
    """Return the fields that initialisers set, or none where they may set others by their names."""
    makers = [base.methods["__init__"] for base in cls.mro if "__init__" in base.methods]
    found = {name for maker in makers for name in machine.known.classes.written_by(maker)}
    by_name = any(machine.shapes.sets_by_name(maker) for maker in makers)
    return [] if by_name else sorted(found)


def keyword_names(atom: Obj) -> list[str] | None:
    """Return the keywords that a function is given for its ``**kwargs``, where they are known."""
    args, info = atom.frame.args, atom.frame.info
    if args is None or not isinstance(info, FunctionInfo) or args.extra is not None:
        return None
    return [name for name in args.kw if name not in contents.own_keywords(info)]


def changes_keywords(machine: Machine, atom: Obj) -> bool:
    """Whether a function itself may put something into its ``**kwargs``, or take it out."""
    found: bool = machine.once(("keywords", atom.frame.facts), _changes_keywords, atom)
    return found


def _changes_keywords(atom: Obj) -> bool:
    facts, info = atom.frame.facts, atom.frame.info
    name = info.node.args.kwarg.arg  # type: ignore[union-attr]
    return any(
        plain(facts.nodes, base) == facts.params[name]
        for state in facts.mems
        if (base := _base_changed(facts.nodes, state)) >= 0
    )


def _base_changed(nodes: list[Node], state: Node) -> int:
    """Return the container that a state of the memory changes itself, or -1."""
    if state[0] in ("item", "delitem"):
        return int(state[2])
    func = nodes[nodes[state[2]][1]] if state[0] == "call" else ("",)
    return int(func[1]) if func[0] == "attr" and func[2] in MUTATORS else -1


def _display_keys(machine: Machine, atom: Obj, data: Node) -> list[str] | None:
    found: list[str] = []
    for key, value in data[1]:
        if key >= 0:
            known = constant(machine.eval(key, atom.frame))
            if known is None:
                return None
            found.append(known.value)  # type: ignore[arg-type]
            continue
        other = only(machine.eval(value, atom.frame))
        names = known_keys(machine, other, atom.frame, data[2]) if other is not None else None
        if names is None:
            return None
        found += names
    return found


def _grows(machine: Machine, atom: Obj) -> bool:
    """Whether a mapping may gain keys: where it is made, or kept so that others see it."""
    facts, info = atom.frame.facts, atom.frame.info
    return any(
        (state[0] == "item" and atom in machine.eval(state[2], atom.frame))
        or (state[0] == "attr" and plain(facts.nodes, state[4]) == atom.node)
        for state in facts.mems
    ) or (isinstance(info, ModuleInfo) and bool(machine.shapes.kept_as(info, atom.node)))


def _with_stored(machine: Machine, atom: Obj, found: list[str], frame: Frame) -> list[str] | None:
    for state in frame.facts.mems:
        if state[0] == "item" and atom in machine.eval(state[2], frame):
            key = constant(machine.eval(state[3], frame))
            if key is None:
                return None
            found.append(key.value)  # type: ignore[arg-type]
        if state[0] == "call":
            data = frame.facts.nodes[state[2]]
            func = frame.facts.nodes[data[1]]
            changing = func[0] == "attr" and func[2] in ("update", "setdefault")
            if changing and atom in machine.eval(func[1], frame):
                return None
    return found


def sequence_of(machine: Machine, atom: Obj, frame: Frame, mem: int) -> list[Value] | None:
    """Return the elements of a list or tuple one by one, or None when they cannot be told."""
    if atom.shape in ("list", "rest"):
        return exact.elements(machine, atom, frame, mem)
    if atom.shape in ("dict", "keywords"):
        found = pairing.pairs(machine, atom, frame, mem)
        return [key for key, _ in found] if found is not None else None
    if atom.shape in ("rows", "values"):
        return contents.rows(machine, atom)
    if atom.shape == "generator":
        parts, whole = returning.yielded_in_turn(machine, atom)
        return parts if whole and not _is_advanced(atom) else None
    if atom.shape == "row":
        return [memory.load(machine, atom, ("item", i), frame, mem) for i in (0, 1)]
    return None


def _is_advanced(generator: Obj) -> bool:
    """Whether elements of a generator may be taken out one by one where it is made."""
    caller, made = generator.frame.caller, generator.frame.call
    if caller is None:
        return True
    nodes = caller.facts.nodes
    for call in caller.facts.calls:
        data = nodes[call]
        word = contents.word_of(caller, call)
        taken = data[1:2] if word.startswith("__") or "send" in word else data[2][:1]
        if word in _ADVANCING and any(_is_of(nodes, each, made) for each in taken):
            return True
    return False


def _is_of(nodes: list[Node], each: int | tuple[int, bool, object], made: int) -> bool:
    """Whether a value, or a method of one, is what a call made."""
    node = each if isinstance(each, int) else each[0]
    while nodes[node][0] in ("guard", "step", "await", "attr"):
        node = nodes[node][1]
    return node == made


_ADVANCING = frozenset({"next", "anext", "send", "asend", "__next__", "__anext__"})


def initial_parts(machine: Machine, atom: Obj) -> list[Value] | None:
    """Return the elements of a list as it was made, or None when they cannot be told apart."""
    if atom.shape == "rest":
        args = atom.frame.args
        assert args is not None
        return contents.rest_parts(machine, atom) if args.star is None else None
    if atom.node < 0:
        return None
    data = atom.frame.facts.nodes[atom.node]
    if data[0] == "sequence":
        return containers.display(machine, atom)
    if data[0] == "call":
        args = invoke.dispatch(machine, atom.frame, atom.node).args
        word = contents.word_of(atom.frame, atom.node)
        return contents.list_parts(machine, atom, args, word, data[4])
    if data[0] == "many":
        rounds = trials.rounds(machine, data[4], data[5], atom.frame)
        return None if rounds is None else [machine.eval(data[2], one) for one in rounds]
    if data[0] == "slice":
        return operators.slice_parts(machine, atom.frame, data)
    if data[0] == "binary":
        return operators.sum_parts(machine, atom.frame, data)
    return None
