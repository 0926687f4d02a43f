@echo off
rem Starts Cachescope with a Java 25 or newer from JAVA_HOME or the PATH, in the caller's working directory.
rem CACHESCOPE_OPTS holds further options for Java, separated by spaces.
setlocal DisableDelayedExpansion
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for %%J in (java.exe) do call :try "%%~$PATH:J"
if not defined java (
    echo cachescope: Java 25 or newer is needed in JAVA_HOME or on the PATH; install one, for example from https://adoptium.net. 1>&2
    exit /b 1
)
set "folder=%~dp0.."
"%java%" --module-path "%folder%\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning:stderr "-Dcachescope.assets=%folder%\assets" %CACHESCOPE_OPTS% -classpath "%folder%\lib\*" cachescope.app.Main %*
exit /b %ERRORLEVEL%

rem Sets java to the command %1 if it is there and new enough.
:try
if not exist "%~1" exit /b
set "version="
for /f "tokens=3" %%V in ('""%~1" -version 2^>^&1 ^| findstr /c:" version ""' ) do if not defined version set "version=%%~V"
for /f "delims=.-+" %%V in ("%version%") do if %%V GEQ 25 set "java=%~1"
exit /b
