"""What the comparing scripts share: running git free of anybody's configuration, and naming what was measured."""

import os
import platform
import subprocess
import sys
import tempfile

# Settings of the repository itself that would change what git answers.
NEUTRAL = [
    "safe.directory=*",
    "blame.ignoreRevsFile=",
    "blame.markIgnoredLines=false",
    "blame.markUnblamableLines=false",
    "diff.algorithm=myers",
    "diff.indentHeuristic=true",
    "diff.renames=true",
    "diff.renameLimit=1000",
    "diff.ignoreSubmodules=none",
    "diff.submodule=short",
    "diff.context=3",
    "diff.interHunkContext=0",
    "log.showRoot=true",
    "log.showSignature=false",
    "core.attributesFile=/dev/null",
    "core.fsmonitor=false",
    "core.quotePath=true",
]


class Failure(Exception):
    """Ends a script with one line on standard error and exit status 2."""


def environment():
    """The caller's, without configuration of the user or the machine and without variables that point git elsewhere."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }


class Repository:
    """A repository that git reads as if it were bare, so that no file of a work tree (.gitattributes) has a say."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        found = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", self.path, "rev-parse", "--absolute-git-dir"],
            capture_output=True, env=environment())
        if found.returncode != 0:
            raise Failure(f"no git repository at {self.path}: {found.stderr.decode(errors='replace').strip()}")
        self.directory = os.fsdecode(found.stdout.rstrip(b"\n"))

    def command(self, *arguments):
        settings = [part for setting in NEUTRAL for part in ("-c", setting)]
        return ["git", "--bare", f"--git-dir={self.directory}", *settings, *arguments]

    def run(self, *arguments, **options):
        """The completed process, whatever its status; bytes in and out."""
        return subprocess.run(
            self.command(*arguments), capture_output=True, env=environment(), cwd=self.directory, **options)

    def read(self, *arguments, **options):
        """Standard output; a Failure if git fails."""
        done = self.run(*arguments, **options)
        if done.returncode != 0:
            raise Failure(f"git {' '.join(map(str, arguments))[:200]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def chunks(self, *arguments):
        """Standard output as it comes, a mebibyte at a time; a Failure at its end if git fails. What git warns of (it
        looks for .gitattributes even where the path is too long for the file system) is shown only then."""
        with tempfile.TemporaryFile() as warnings:
            process = subprocess.Popen(
                self.command(*arguments), stdout=subprocess.PIPE, stderr=warnings, env=environment(), cwd=self.directory)
            with process.stdout:
                while chunk := process.stdout.read(1 << 20):
                    yield chunk
            if process.wait() != 0:
                warnings.seek(0)
                said = warnings.read(2000).decode(errors="replace").strip()
                raise Failure(f"git {arguments[0]} ended with status {process.returncode}: {said}")

    def commit(self, revision):
        return self.read("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()


def andon():
    """The program that is compared, which the calling script names."""
    program = os.environ.get("ANDON")
    if not program:
        raise Failure("ANDON is not set; run this through the script of the same name in Scripts")
    return program


def shown(path):
    """A path of any bytes on one line, without control characters."""
    text = os.fsdecode(path) if isinstance(path, bytes) else path
    return "".join(c if c.isprintable() else "".join(f"\\x{b:02x}" for b in os.fsencode(c)) for c in text)


def share(part, whole):
    """Per cent with four decimals, cut off: 100.0000 means all of them."""
    if whole == 0:
        return "-"
    ten_thousandths = part * 1_000_000 // whole
    return f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04d}"


def machine():
    """One line each on processor, memory, system and versions."""
    processor = platform.processor() or platform.machine()
    memory = "unknown"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
        processor = names[0] if names else processor
        with open("/proc/meminfo", encoding="utf-8") as lines:
            memory = f"{int(lines.readline().split()[1]) / 1048576:.1f} GiB"
    except OSError:
        pass
    version = subprocess.run([andon(), "--version"], capture_output=True, text=True)
    return [
        f"machine      {processor}, {os.cpu_count()} logical processors, {memory}",
        f"system       {platform.system()} {platform.release()}, python {platform.python_version()}",
        f"git          {subprocess.run(['git', '--version'], capture_output=True, text=True).stdout.split()[-1]}",
        f"andon        {version.stdout.strip() or 'no version'} ({andon()})",
    ]


def end(main):
    """Runs main and exits with what it returns; a Failure is one line and status 2."""
    try:
        sys.exit(main())
    except Failure as failure:
        script = os.path.basename(sys.argv[0]).removesuffix(".py").replace("_", "-")
        print(f"{script}: {failure}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
