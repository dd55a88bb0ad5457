"""What lies in packages of registries: wheels, jars and other zips, tarballs, unpacked folders."""

import tarfile
import zipfile


def entries(package):
    """Names and bytes of all files of a package."""
    if package.is_dir():
        for path in sorted(package.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(package)), path.read_bytes()
    elif package.suffix in (".zip", ".jar", ".whl"):
        with zipfile.ZipFile(package) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield info.filename, archive.read(info)
    else:
        with tarfile.open(package) as archive:
            for info in archive:
                if info.isfile():
                    yield info.name, archive.extractfile(info).read()


def texts(package):
    """Those that are text, as git tells it, and that lie where they say."""
    return ((name, data) for name, data in entries(package) if b"\0" not in data[:8000] and ".." not in name)
