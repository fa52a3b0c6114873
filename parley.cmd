@echo off
rem Starts Parley; builds it first if it is not built yet or its sources are newer.
setlocal
set "root=%~dp0"
set "jar=%root%src\app\target\parley\parley.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --version >nul 2>&1
if errorlevel 1 (
    echo Parley needs Java 17 or newer; install a JDK 17 or newer and set JAVA_HOME to it. 1>&2
    exit /b 1
)

powershell -NoProfile -ExecutionPolicy Bypass -Command "$root = $env:root; $jar = $env:jar; if (-not (Test-Path $jar)) { exit 1 }; $built = (Get-Item $jar).LastWriteTimeUtc; $sources = @(Get-Item \"${root}pom.xml\", \"${root}src\*\pom.xml\"; Get-ChildItem -Recurse \"${root}jgroups-config\", \"${root}src\*\src\main\"); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 (
    echo Building Parley ... 1>&2
    if not exist "%root%target" mkdir "%root%target"
    pushd "%root%"
    call mvnw.cmd -B -ntp -pl src/app -am -DskipTests package >"%root%target\parley-build.log" 2>&1 <nul
    if errorlevel 1 (
        popd
        type "%root%target\parley-build.log" 1>&2
        echo Parley could not be built; the messages above say why. It needs a JDK 17 or newer. 1>&2
        exit /b 1
    )
    popd
)

"%java%" -XX:+UseSerialGC -jar "%jar%" %*
exit /b %ERRORLEVEL%
