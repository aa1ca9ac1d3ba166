/// Problems of PEtab version 1 said in version 2: [propria.formats.petab.upgrade.PetabUpgrade].
@NullMarked
package propria.formats.petab.upgrade;

import org.jspecify.annotations.NullMarked;
