@echo off
rem Runs the bootstrap data service for development; builds it at first use. See README.md.
setlocal
set "here=%~dp0"
set "jar=%here%target\bootstrap-mock\bootstrap-mock.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%jar%" goto run
echo Building bootstrap-mock ... 1>&2
pushd "%here%.."
call mvnw.cmd -q -B -ntp -pl bootstrap-mock -am -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo The build of bootstrap-mock failed; its messages above say why. 1>&2
  exit /b 1
)
popd
:run
"%java%" -Xmx512m -jar "%jar%" %*
exit /b %errorlevel%
