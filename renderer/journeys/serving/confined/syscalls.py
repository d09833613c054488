"""What a task may not ask of the kernel, as a filter of system calls (seccomp(2)).

A list of what is refused, and not of what is allowed: the typesetter's libraries choose their calls by kernel and
version, and a call that is refused by mistake would change a document or end it. What is refused is all by which a
process reaches others, the network or the machine, and what Landlock does not see: the modes and owners of files.
"""

import ctypes
import tempfile
from typing import Final

_SET_SECCOMP, _FILTER = 22, 2
"""`PR_SET_SECCOMP` and `SECCOMP_MODE_FILTER` (prctl(2))."""

_INSTRUCTION_BYTES = 8
_CLONE_THREAD = 0x00010000

_SOCKETS = (
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "recvfrom", "sendmsg",
    "recvmsg", "sendmmsg", "recvmmsg",
)  # fmt: skip
_PROGRAMS = ("execve", "execveat", "fork", "vfork", "memfd_secret", "uselib")
_OTHER_PROCESSES = (
    "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal",
    "pidfd_getfd", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "kcmp",
    "move_pages", "migrate_pages", "setpriority", "ioprio_set", "sched_setaffinity", "sched_setscheduler",
    "sched_setparam", "sched_setattr", "setpgid", "setsid",
)  # fmt: skip
_SHARED_MEMORY = (
    "shmget", "shmat", "shmctl", "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semctl", "semtimedop",
    "mq_open", "mq_unlink",
)  # fmt: skip
_PAST_THE_FILTER = ("io_uring_setup", "io_uring_enter", "io_uring_register", "userfaultfd", "bpf", "perf_event_open")
_FILES_OF_OTHERS = (
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "setxattr", "lsetxattr",
    "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "truncate", "utime", "utimes", "utimensat",
    "futimesat", "mknod", "mknodat", "name_to_handle_at", "open_by_handle_at", "fanotify_init", "inotify_init",
    "inotify_init1",
)  # fmt: skip
_MACHINE = (
    "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr",
    "pivot_root", "chroot", "unshare", "setns", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load",
    "init_module", "finit_module", "delete_module", "add_key", "request_key", "keyctl", "personality", "acct",
    "quotactl", "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname", "syslog",
    "iopl", "ioperm", "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setgroups", "vhangup",
    "lookup_dcookie", "nfsservctl",
)  # fmt: skip
REFUSED: Final = (
    *_SOCKETS, *_PROGRAMS, *_OTHER_PROCESSES, *_SHARED_MEMORY, *_PAST_THE_FILTER, *_FILES_OF_OTHERS, *_MACHINE,
)  # fmt: skip
"""The calls that are answered with `EPERM`; `clone` and `prlimit64` are refused but for threads and oneself."""


class _Program(ctypes.Structure):
    """`struct sock_fprog`: a filter and its number of instructions."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def compiled_filter() -> bytes | None:
    """The filter as the kernel takes it, for this machine's architecture; `None` where libseccomp is missing.

    Calls of another architecture (32 bits, x32) end the process: the filter would not know them by their numbers.
    """
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError):
        return None
    refuse = pyseccomp.ERRNO(1)
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in REFUSED:
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) != -1:
            rules.add_rule(refuse, name)
    rules.add_rule(refuse, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, 0))
    # Its flags lie in memory, where no filter can look; the C library goes on with `clone` where there is no `clone3`.
    rules.add_rule(pyseccomp.ERRNO(38), "clone3")
    rules.add_rule(refuse, "prlimit64", pyseccomp.Arg(0, pyseccomp.NE, 0))
    with tempfile.TemporaryFile() as written:
        rules.export_bpf(written)
        written.seek(0)
        return written.read()


def refuse_calls(compiled: bytes) -> None:
    """Put the filter before every call from now on, for good. Raises `OSError`.

    The caller has given up new privileges (`PR_SET_NO_NEW_PRIVS`) before.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    program = _Program(len(compiled) // _INSTRUCTION_BYTES, compiled)
    if libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")
