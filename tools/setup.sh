# Installs what the product needs and builds it. Sourced by ./run and ./test, from the project's folder.

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

require_sdk() {
  command -v dotnet >/dev/null || stop "The .NET SDK 10 is needed: install the package dotnet-sdk-10.0."
  local version
  version=$(dotnet --version 2>/dev/null) || version=none
  [[ $version == 10.* ]] || stop "The .NET SDK 10 is needed; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')."
}

require_node() {
  command -v npm >/dev/null || stop "Node 20 or later with npm is needed."
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  ((major >= 20)) || stop "Node 20 or later is needed; this machine has $(node --version)."
}

# Text recognition, with the languages that documents are expected in.
tesseract=(tesseract-ocr tesseract-ocr-{deu,eng,fra,ita,spa})

# Debian packages that are not there yet.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return

  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "These Debian packages are missing, and there is neither root nor sudo to install them: ${missing[*]}"
    root=(sudo)
  fi
  say "Installing ${missing[*]} ..."
  local log
  log=$(mktemp)
  { "${root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
    tail -n 5 "$log" >&2
    stop "The packages could not be installed. Is there a network, and may you use sudo?"
  }
  rm -f "$log"
}

install_azurite() {
  local folder=tools/azurite
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return
  say "Installing Azurite, the storage emulator (about a minute) ..."
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 ||
    stop "Azurite could not be installed. Is there a network?"
}

# Publishes the app and builds the programs around it, when a source is newer than the last build.
build_product() {
  local stamp=artifacts/.built
  mkdir -p artifacts
  # Two builds in one folder would break each other.
  exec 9>artifacts/.build.lock
  flock 9
  [[ -e $stamp && -z $(find src build host.json global.json Directory.*.props -newer "$stamp" -print -quit) ]] && { exec 9>&-; return; }
  say "Building (a minute or two the first time) ..."
  rm -rf artifacts/functions "$stamp"
  local log
  log=$(mktemp)
  for project in "publish src/Iasios.Functions" "build src/Iasios.LocalHost" "build src/Iasios.Cli"; do
    # shellcheck disable=SC2086
    dotnet $project -c Release --nologo -v q --disable-build-servers >"$log" 2>&1 9>&- || {
      grep -E 'error' "$log" | sort -u | head -n 10 >&2
      grep -q 'NU1301' "$log" && stop "The packages could not be fetched. Is there a network?"
      stop "The build failed."
    }
  done
  rm -f "$log"
  touch "$stamp"
  exec 9>&-
}
