@echo off
rem Propria on Windows: builds itself on first use, then starts.
setlocal
set "ROOT=%~dp0"
if not defined JAVA25_HOME set "JAVA25_HOME=%JAVA_HOME%"
if not exist "%JAVA25_HOME%\bin\java.exe" (
  echo error[U100] Propria needs Java 25 or newer: set JAVA25_HOME to its folder. 1>&2
  exit /b 2
)
if "%~1"=="test" (
  cd /d "%ROOT%"
  call mvn -B -ntp verify
  exit /b %ERRORLEVEL%
)
if not exist "%ROOT%propria-app\target\lib" (
  pushd "%ROOT%"
  call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl propria-app -am package || exit /b 2
  popd
)
"%JAVA25_HOME%\bin\java" --enable-native-access=ALL-UNNAMED "-Dpropria.library=%ROOT%library" ^
  -cp "%ROOT%propria-app\target\*;%ROOT%propria-app\target\lib\*" propria.app.Main %*
