# syntax=docker/dockerfile:1
# One image for every role: `leakwatch api`, `worker`, `migrate`. Bases are tags, not digests: no registry was at hand to take a digest from.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
# Packages exactly as the lock files have them.
ENV CI=true
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src ./src
# The commit, which /version, the logs and error reports name; the image has no history to read it from.
ARG RELEASE
RUN dotnet publish src/LeakWatch -c Release -o /app --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:SourceRevisionId=$RELEASE

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-kor tesseract-ocr-jpn \
      poppler-utils fonts-dejavu-core fonts-nanum tzdata curl \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# docs/adr/0019-memory-of-the-service.md; numbers are hexadecimal. `./lw bench service` measures with these.
ENV DOTNET_gcServer=0 DOTNET_gcConcurrent=1 DOTNET_GCgen0size=0x400000 DOTNET_GCConserveMemory=6 MALLOC_ARENA_MAX=2 TMPDIR=/tmp
# A user that owns nothing here: the root file system can be read-only, /tmp is all that is written to.
USER app
WORKDIR /tmp
EXPOSE 4000
ENTRYPOINT ["/app/leakwatch"]
CMD ["api"]
