#!/bin/sh
# Records the file accesses of four Maven builds of Apache Commons CSV 1.14.1 in a row: sh record.sh FOLDER
# Needs strace, Maven 3.8 or later on Java 17, java (25, for the conversion: JAVA25=/path/of/bin/java), unzip, and for
# the first, unrecorded build Maven Central. The recorded builds are offline.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
folder=$(pwd)
version=1.14.1
repository=$folder/repository
artifacts=$repository/org/apache/commons/commons-csv/$version
build="mvn -B -q -Dmaven.repo.local=$repository -Drat.skip -Dcheckstyle.skip -Dspotbugs.skip -Dpmd.skip
  -Dcyclonedx.skip -Dmaven.javadoc.skip -Djapicmp.skip -Dspdx.skip"
trace="strace -f --seccomp-bpf -ttt -y -s 0 -e status=successful -e
  trace=open,openat,creat,unlink,unlinkat,rename,renameat,renameat2,fstat,newfstatat,write,pwrite64"

# The project as published: its pom, its sources and its tests.
for what in pom jar:sources jar:test-sources; do
  mvn -B -q -Dmaven.repo.local="$repository" dependency:get -Dtransitive=false \
    -Dartifact=org.apache.commons:commons-csv:$version:$what
done
rm -rf project
mkdir -p project/src/main/java project/src/test/java project/src/test/resources
cp "$artifacts/commons-csv-$version.pom" project/pom.xml
unzip -q "$artifacts/commons-csv-$version-sources.jar" -d project/src/main/java
unzip -q "$artifacts/commons-csv-$version-test-sources.jar" -d project/src/test/resources
(cd project/src/test/resources && find . -name '*.java' | while read -r file; do
  mkdir -p "../java/$(dirname "$file")" && mv "$file" "../java/$file"
done)

# Once without a recording, so that all plugins are there. Then a developer's round: all, a change, a change, all.
cd project
$build clean verify > ../build.log
$trace -o ../1.strace $build -o clean verify > ../build.log
echo '// changed' >> src/main/java/org/apache/commons/csv/CSVFormat.java
$trace -o ../2.strace $build -o verify > ../build.log
echo '// changed' >> src/test/java/org/apache/commons/csv/CSVParserTest.java
$trace -o ../3.strace $build -o verify > ../build.log
$trace -o ../4.strace $build -o clean verify > ../build.log
cd ..

jdk=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
cat 1.strace 2.strace 3.strace 4.strace > all.strace
"${JAVA25:-java}" "$here/FileAccesses.java" all.strace project="$folder/project" repository="$repository" \
  jdk="$jdk" maven=/usr/share/maven maven=/usr/share/java > maven-build-file-reads.jsonl
gzip -9n -f maven-build-file-reads.jsonl
